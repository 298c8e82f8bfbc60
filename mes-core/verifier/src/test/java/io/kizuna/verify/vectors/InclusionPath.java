package io.kizuna.verify.vectors;

import io.kizuna.verify.format.LogTree;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962, 2.1.1, as it is written there: slow and plain. */
public final class InclusionPath {

  private InclusionPath() {}

  /** The path of a leaf in the tree over all leaves. */
  public static List<byte[]> of(List<byte[]> leaves, int index) {
    int n = leaves.size();
    if (n == 1) return List.of();
    int k = Integer.highestOneBit(n - 1);
    boolean left = index < k;
    var path =
        new ArrayList<>(
            left ? of(leaves.subList(0, k), index) : of(leaves.subList(k, n), index - k));
    var tree = new LogTree();
    (left ? leaves.subList(k, n) : leaves.subList(0, k)).forEach(tree::add);
    path.add(tree.root());
    return path;
  }
}
