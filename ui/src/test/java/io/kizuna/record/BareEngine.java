package io.kizuna.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The reference of the benchmark: the engine as it comes, with the shipped diagrams and nothing of
 * ours listening, on a database of its own of the same server.
 */
final class BareEngine implements AutoCloseable {

  private static final String DIAGRAMS = "classpath:recipes/car-t-lv/1.0/*.bpmn";
  private static final JavaDelegate NOTHING = execution -> {};

  private final ProcessEngine engine;

  /**
   * @param history {@code full} is what the engine does if not told otherwise.
   */
  BareEngine(DataSource dataSource, String history) {
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName("bare-" + UUID.randomUUID());
    configuration.setDataSource(dataSource);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory(history);
    configuration.setHistoryCleanupEnabled(false);
    configuration.setJobExecutorActivate(false);
    configuration.setDbMetricsReporterActivate(false);
    configuration.setBeans(
        Map.of("batchHold", NOTHING, "equipmentCommand", NOTHING, "holdTimeBreached", NOTHING));
    engine = configuration.buildProcessEngine();
    var deployment = engine.getRepositoryService().createDeployment();
    try {
      for (var file : new PathMatchingResourcePatternResolver().getResources(DIAGRAMS)) {
        deployment.addInputStream(file.getFilename(), file.getInputStream());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    deployment.deploy();
  }

  /** A new instance that waits at {@code element}. */
  String startedAt(String element) {
    String key = UUID.randomUUID().toString();
    engine.getRuntimeService().startProcessInstanceByKey("proc-car-t-lv", key);
    while (!waiting(key).getTaskDefinitionKey().equals(element)) complete(waiting(key).getId());
    return key;
  }

  /** The one task the instance waits at. */
  Task waiting(String key) {
    List<Task> tasks =
        engine.getTaskService().createTaskQuery().processInstanceBusinessKey(key).list();
    if (tasks.size() != 1) throw new IllegalStateException(key + " waits at " + tasks);
    return tasks.get(0);
  }

  void complete(String task) {
    engine.getTaskService().complete(task);
  }

  @Override
  public void close() {
    engine.close();
  }
}
