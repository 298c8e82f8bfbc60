package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kizuna.audit.ReadAudit;
import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.RouteEvents;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** R62: what holds the cells of one batch is bound to one batch. */
abstract class EquipmentInUseContract extends ServerContract {

  private static final int ROUNDS = 20;

  @Autowired Desk desk;
  @Autowired RouteEvents route;
  @Autowired ReadAudit audit;

  @Test
  void secondOrderOnABioreactorInUseIsRefusedAndSaysWhy() throws Exception {
    EquipmentId unit = bench.newBioreactor();
    BatchId first = bench.order(unit);
    var refused = catchThrowableOfType(MesException.class, () -> bench.order(unit));
    assertThat(refused.code()).isEqualTo(ErrorCode.EQUIPMENT_IN_USE);
    assertThat(refused.refusal().value()).isEqualTo(unit + ": " + bench.batch(first).number());
    assertThat(refused.refusal().needed()).isNotEmpty();
    assertThat(refused.refusal().solver()).isEqualTo("PLANNER");
    // The planner sees it before ordering.
    var units = desk.logIn("ito").get("/api/orders/options").body().path("units").valueStream();
    assertThat(units.filter(u -> u.path("id").asString().equals(unit.value())))
        .singleElement()
        .satisfies(
            u -> assertThat(u.path("busy").asString()).isEqualTo(bench.batch(first).number()));
  }

  // Counters, incubators and storage serve several batches, each with labels of its own.
  @Test
  void sharedUnitsAreBoundToSeveralBatches() {
    bench.order();
    bench.order();
  }

  @Test
  void unitIsFreeWhenTheBatchEnds() {
    EquipmentId unit = bench.newBioreactor();
    bench.abort(bench.order(unit));
    bench.order(unit);
  }

  // The bag is drained at the harvest: the bioreactor need not wait for the batch's release.
  @Test
  void unitIsFreeWhenTheBatchHasLeftIt() {
    EquipmentId unit = bench.newBioreactor();
    BatchId batch = bench.order(unit);
    var left = new ArrayList<String>();
    for (var procedure : bench.batch(batch).recipe().unitProcedures()) {
      route.unitProcedureStarted(batch, procedure.id());
      var refused = catchThrowableOfType(MesException.class, () -> bench.order(unit));
      assertThat(refused).as("before the end of %s", procedure.id()).isNotNull();
      route.unitProcedureEnded(batch, procedure.id());
      left.add(procedure.id());
      if (procedure.id().equals("up-harvest")) break;
    }
    assertThat(left).contains("up-expansion");
    assertThat(audit.entries(Batch.chainOf(batch), 100))
        .filteredOn(e -> e.action().equals("equipment.released"))
        .extracting(ReadAudit.Entry::entityId)
        .containsExactly(unit.value());
    bench.order(unit);
  }

  // RF18: two planners press at the same moment; the database decides for one of them.
  @Test
  void ofTwoOrdersAtOnceOneIsRefused() throws Exception {
    var two = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        EquipmentId unit = bench.newBioreactor();
        var together = new CyclicBarrier(2);
        Callable<String> press =
            () -> {
              together.await();
              try {
                return bench.order(unit).toString();
              } catch (MesException e) {
                return e.code().id;
              }
            };
        List<Future<String>> answers = List.of(two.submit(press), two.submit(press));
        var codes = new ArrayList<String>();
        for (var answer : answers) codes.add(answer.get());
        assertThat(codes).as("round " + round).containsOnlyOnce("EQ-005");
        bench.endAll();
      }
    } finally {
      two.shutdownNow();
    }
  }
}
