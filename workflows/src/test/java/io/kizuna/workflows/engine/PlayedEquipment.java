package io.kizuna.workflows.engine;

import io.kizuna.batchrecord.CommandEquipment;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.annotation.Transactional;

/** Plays the equipment: counts commands, fails as often as it is told, can hold on giving up. */
class PlayedEquipment implements CommandEquipment {

  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final List<String> givenUp = new CopyOnWriteArrayList<>();
  private volatile int failures;
  private volatile Runnable onSent = () -> {};
  private volatile Runnable onGaveUp = () -> {};

  List<String> sent() {
    return sent;
  }

  List<String> givenUp() {
    return givenUp;
  }

  void failNext(int times) {
    failures = times;
  }

  void onSent(Runnable work) {
    onSent = work;
  }

  void onGaveUp(Runnable work) {
    onGaveUp = work;
  }

  @Override
  @Transactional // as the real one: its failure marks the transaction it is in
  public void command(BatchId batch, String unitProcedure, String command, int occurrence) {
    sent.add(key(batch, unitProcedure, command, occurrence));
    if (failures > 0) {
      failures--;
      throw new MesException(ErrorCode.EQUIPMENT_UNREACHABLE, "no answer");
    }
    onSent.run();
  }

  @Override
  @Transactional
  public void gaveUp(BatchId batch, String unitProcedure, String command, String reason) {
    givenUp.add(unitProcedure + "." + command + ": " + reason);
    onGaveUp.run();
  }

  static String key(BatchId batch, String unitProcedure, String command, int occurrence) {
    return batch + "/" + unitProcedure + "/" + command + "/" + occurrence;
  }

  void reset() {
    sent.clear();
    givenUp.clear();
    failures = 0;
    onSent = () -> {};
    onGaveUp = () -> {};
  }
}
