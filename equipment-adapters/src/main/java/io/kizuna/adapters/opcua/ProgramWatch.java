package io.kizuna.adapters.opcua;

import io.kizuna.adapters.tagmap.TagMap;
import io.kizuna.equipment.ProgramCompleted;
import io.kizuna.kernel.EquipmentId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees program runs end and says so until somebody has taken it: at least once, also for runs that
 * ended while we were away. Runs on the link's own thread only.
 */
final class ProgramWatch {

  private static final Logger log = LoggerFactory.getLogger(ProgramWatch.class);

  private static final Set<String> ENDED = Set.of("Complete", "Aborted");

  private static final int REMEMBERED_MAX = 100;

  /**
   * A device does not change run, task and state in one moment; two equal looks tell it is done.
   */
  private static final long SECOND_LOOK_MS = 200;

  private final EquipmentId equipment;
  private final TagMap map;
  private final Consumer<ProgramCompleted> publish;
  private final Set<ProgramCompleted> told = new LinkedHashSet<>();
  private final Deque<ProgramCompleted> untold = new ArrayDeque<>();

  /** Reads the present texts of tags from the device. */
  interface Look {
    List<@Nullable String> texts(List<String> tags) throws UaException;
  }

  ProgramWatch(EquipmentId equipment, TagMap map, Consumer<ProgramCompleted> publish) {
    this.equipment = equipment;
    this.map = map;
    this.publish = publish;
  }

  boolean concerns(String tag) {
    return tag.equals(map.state()) || tag.equals(map.run()) || tag.equals(map.task());
  }

  /** Looks at the device after something about its program has changed. */
  void look(@Nullable String state, Look device) throws UaException, InterruptedException {
    if (state == null || !ENDED.contains(state)) return;
    var first = device.texts(List.of(map.run(), map.task(), map.state()));
    Thread.sleep(SECOND_LOOK_MS);
    if (!first.equals(device.texts(List.of(map.run(), map.task(), map.state())))) return;
    var run = first.get(0);
    var task = first.get(1);
    var ended = first.get(2);
    if (run == null || run.isEmpty() || task == null || task.isEmpty()) return;
    if (ended == null || !ENDED.contains(ended)) return;
    var completed = new ProgramCompleted(equipment, task, run, ended);
    if (told.contains(completed) || untold.contains(completed)) return;
    untold.add(completed);
    if (untold.size() > REMEMBERED_MAX) untold.removeFirst();
  }

  /**
   * Tells what has not been told.
   *
   * @return false if something is left for another attempt.
   */
  boolean tell() {
    while (!untold.isEmpty()) {
      var completed = untold.peekFirst();
      try {
        publish.accept(completed);
      } catch (RuntimeException e) {
        log.warn("{} will be told again: {}", completed, e.toString());
        return false;
      }
      untold.removeFirst();
      told.add(completed);
      if (told.size() > REMEMBERED_MAX) told.remove(told.iterator().next());
      log.info(
          "{}: run {} of {} is {}", equipment, completed.run(), completed.key(), completed.state());
    }
    return true;
  }
}
