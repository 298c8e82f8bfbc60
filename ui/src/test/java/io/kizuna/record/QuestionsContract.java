package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.kernel.BatchId;
import io.kizuna.record.Desk.Seat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages that everybody has open ask as many questions for thirty batches as for one. */
abstract class QuestionsContract extends ServerContract {

  private static final String CONFIRM = "up-receipt.user_confirm_order";

  @Autowired Desk desk;

  private static Map<String, Integer> questions(Seat seat, List<String> paths) throws Exception {
    var counts = new LinkedHashMap<String, Integer>();
    for (String path : paths) {
      seat.get(path); // names and recipes that are kept in memory are there now
      counts.put(
          path,
          StatementCount.during(() -> assertThat(seat.get(path).status()).as(path).isEqualTo(200)));
    }
    return counts;
  }

  @Test
  void listsAskTheSameHoweverManyBatchesThereAre() throws Exception {
    var paths = List.of("/api/work", "/api/batches", "/api/reviews", "/api/equipment");
    bench.abort(bench.order());
    bench.perform(bench.order(), CONFIRM, Bench.TANAKA, Map.of());
    Seat seat = desk.logIn("suzuki");
    var before = questions(seat, paths);
    assertThat(before.values()).as("%s", before).allMatch(n -> n > 0 && n < 12);
    for (int i = 0; i < 4; i++) {
      bench.abort(bench.order());
      bench.perform(bench.order(), CONFIRM, Bench.TANAKA, Map.of());
    }
    assertThat(questions(seat, paths)).isEqualTo(before);
  }

  @Test
  void batchAndStepAskTheSameHoweverManyStepsThereAre() throws Exception {
    BatchId batch = bench.order();
    var paths =
        new ArrayList<>(
            List.of("/api/batches/" + batch, "/api/batches/" + batch + "/steps/" + CONFIRM));
    Seat seat = desk.logIn("suzuki");
    var before = questions(seat, paths);
    assertThat(before.values()).as("%s", before).allMatch(n -> n > 0 && n < 20);
    bench.work(batch, CONFIRM);
    bench.work(
        batch,
        "up-receipt.user_reserve_slot",
        Map.of("labels_printed", "12", "labels_used", "10", "labels_destroyed", "2"));
    var after = questions(seat, paths); // a step that is done needs no answer to "why can't I?"
    assertThat(after).allSatisfy((path, n) -> assertThat(n).isLessThanOrEqualTo(before.get(path)));
  }

  // What the bar at the top of every page and the list of batches show.
  @Test
  void listTellsOpenExceptionsCurrentStepsAndStart() throws Exception {
    BatchId batch = bench.order();
    Seat seat = desk.logIn("tanaka");
    int before = seat.get("/api/batches").body().path("openExceptions").asInt();
    String problem =
        "{\"requestId\":\"%s\",\"category\":\"leak\"}".formatted(java.util.UUID.randomUUID());
    seat.send("POST", "/api/batches/" + batch + "/steps/" + CONFIRM + "/problems", problem);
    var list = seat.get("/api/batches?limit=1").body();
    assertThat(list.path("openExceptions").asInt()).isEqualTo(before + 1);
    assertThat(list.path("batches").size()).isEqualTo(1);
    var line = list.path("batches").get(0);
    assertThat(line.path("id").asString()).isEqualTo(batch.toString());
    assertThat(line.path("openExceptions").asInt()).isEqualTo(1);
    assertThat(line.path("startedAt").asString()).isNotEmpty();
    var step = line.path("currentSteps").get(0);
    assertThat(step.path("key").asString()).isEqualTo(CONFIRM);
    assertThat(step.path("state").asString()).isEqualTo("OPEN");
    assertThat(step.path("title").path("ja").asString()).isNotEmpty();
    // A reader of one client counts the exceptions of that client's batches only.
    int all = seat.get("/api/batches").body().path("openExceptions").asInt();
    int own = desk.logIn("client-a").get("/api/batches").body().path("openExceptions").asInt();
    assertThat(own).isBetween(1, all);
  }
}
