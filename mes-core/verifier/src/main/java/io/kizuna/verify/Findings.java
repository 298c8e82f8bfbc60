package io.kizuna.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was found and what was looked at; for one thread. */
public final class Findings {

  /** More is not read by anybody; the total is counted on. */
  static final int KEPT_MAX = 1000;

  private final List<Finding> kept = new ArrayList<>();
  private final Map<Finding.Kind, Long> totals = new EnumMap<>(Finding.Kind.class);
  private final Map<String, Long> checked = new TreeMap<>();
  private final List<String> notChecked = new ArrayList<>();
  private @Nullable List<Finding> heldBack;
  private @Nullable Long verifiedTo;

  /** What is found from now on is told after what is found until {@link #tell}. */
  void holdBack() {
    heldBack = new ArrayList<>();
  }

  /** Adds what was held back. */
  void tell() {
    var all = heldBack;
    heldBack = null;
    if (all != null) all.forEach(this::add);
  }

  /** Adds one that rests on others and is told after them. */
  public void addLater(Finding finding) {
    if (heldBack == null) add(finding);
    else if (heldBack.size() < KEPT_MAX) heldBack.add(finding);
  }

  /** The newest checkpoint that fits the leaves and, if keys were given, is signed. */
  public void verifiedTo(long size) {
    verifiedTo = size;
  }

  @Nullable Long verifiedTo() {
    return verifiedTo;
  }

  /** Adds one. */
  public void add(Finding finding) {
    totals.merge(finding.kind(), 1L, Long::sum);
    if (kept.size() < KEPT_MAX) kept.add(finding);
  }

  /** Counts something that was looked at. */
  public void checked(String what, long times) {
    checked.merge(what, times, Long::sum);
  }

  /** Says what was not looked at and why. */
  public void notChecked(String what) {
    if (!notChecked.contains(what)) notChecked.add(what);
  }

  public List<Finding> kept() {
    return List.copyOf(kept);
  }

  public long total() {
    return totals.values().stream().mapToLong(Long::longValue).sum();
  }

  public Map<String, Long> checked() {
    return new TreeMap<>(checked);
  }

  public List<String> notChecked() {
    return List.copyOf(notChecked);
  }
}
