package io.kizuna.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.batch.BatchRoute;
import io.kizuna.equipment.ProgramCompleted;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.StepKey;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine under test with core played by hand; jobs run when the test says so. */
@SpringBootTest(
    classes = EngineTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "kizuna.engine.jobs=false",
      "spring.main.banner-mode=off",
      "spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/{vendor}"
    })
abstract class EngineSpec {

  @Autowired BatchRoute route;
  @Autowired RecordedRoute record;
  @Autowired PlayedEquipment equipment;
  @Autowired ShelfOfRecipes shelf;
  @Autowired MovableClock clock;
  @Autowired ManagementService management;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired ApplicationEventPublisher publisher;
  @Autowired Map<String, PlatformTransactionManager> allTransactionManagers;
  @Autowired Map<String, DataSource> allDataSources;

  final BatchId batch = new BatchId(Ids.next());
  TransactionTemplate tx;

  @BeforeEach
  void reset() {
    tx = new TransactionTemplate(transactions);
    equipment.reset();
    record.failAt = "";
    record.onHoldDemanded = () -> {};
  }

  void startRun() {
    start(TestRoutes.procedure("up-run"), TestRoutes.run());
    complete("up-run.user_load_device", Map.of());
    record.take(batch);
  }

  void tryThreeTimes() {
    for (int i = 0; i < 3; i++) {
      runJobs();
      clock.advance(Duration.ofSeconds(11));
    }
  }

  void finishRun(int pass) {
    publisher.publishEvent(
        new ProgramCompleted(new EquipmentId("CRF-01"), key(pass), "run-" + pass, "Complete"));
  }

  String key(int pass) {
    return PlayedEquipment.key(batch, "up-run", "service_start_run", pass);
  }

  void start(org.camunda.bpm.model.bpmn.BpmnModelInstance... models) {
    UUID recipe = shelf.put(models);
    tx.executeWithoutResult(s -> route.start(batch, recipe));
  }

  void complete(String step, Map<String, Boolean> routing) {
    tx.executeWithoutResult(s -> route.stepCompleted(batch, StepKey.valueOf(step), routing));
  }

  /** Every job of the batch that is due, failing ones once. */
  void runJobs() {
    for (var instance :
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(batch.toString()).list()) {
      for (var job :
          management
              .createJobQuery()
              .processInstanceId(instance.getId())
              .executable()
              .active()
              .list()) {
        try {
          management.executeJob(job.getId());
        } catch (RuntimeException e) {
          // the engine has counted the failure, as its job executor would
        }
      }
    }
  }

  java.util.List<String> openTasks() {
    return tasks.createTaskQuery().processInstanceBusinessKey(batch.toString()).list().stream()
        .map(t -> t.getTaskDefinitionKey())
        .sorted()
        .toList();
  }

  long instances() {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(batch.toString())
        .count();
  }

  static void refused(ErrorCode code, Consumer<Void> call) {
    assertThatThrownBy(() -> call.accept(null))
        .isInstanceOfSatisfying(MesException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
