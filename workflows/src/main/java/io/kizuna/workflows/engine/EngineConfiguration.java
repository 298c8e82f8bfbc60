package io.kizuna.workflows.engine;

import io.kizuna.kernel.RecordClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine, hardened (T09): its expressions see three delegates and nothing else, nothing is
 * deployed but checked recipes, no scripts, no serialised Java, no history, no telemetry.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

  /** One transaction: the engine joins the one DataSource and the one transaction manager. */
  @Bean(destroyMethod = "close")
  @DependsOnDatabaseInitialization
  static ProcessEngine processEngine(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      EngineSettings settings,
      RecordClock clock,
      RouteListener listener,
      Map<String, JavaDelegate> delegates) {
    EngineClock.follow(clock);
    var engine = new HardenedEngine(delegates);
    engine.setDataSource(dataSource);
    engine.setTransactionManager(transactions);
    engine.setTransactionsExternallyManaged(true);
    engine.setDatabaseSchema(EngineSchema.SCHEMA);
    engine.setDatabaseTablePrefix(EngineSchema.SCHEMA + ".");
    // Its own look for tables misses lower-case names on H2; Flyway made them, see below.
    engine.setDatabaseSchemaUpdate("none");
    engine.setHistory("none"); // our record is the history
    engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(listener)));
    engine.setJobExecutor(jobExecutor(settings));
    engine.setJobExecutorActivate(false); // EngineJobs starts it when the application is ready
    engine.setJobExecutorAcquireExclusiveOverProcessHierarchies(true);
    engine.setEnableReducedJobExceptionLogging(true);
    return withRightTables(engine.buildProcessEngine());
  }

  @Bean
  static RuntimeService runtimeService(ProcessEngine engine) {
    return engine.getRuntimeService();
  }

  @Bean
  static TaskService taskService(ProcessEngine engine) {
    return engine.getTaskService();
  }

  @Bean
  static RepositoryService repositoryService(ProcessEngine engine) {
    return engine.getRepositoryService();
  }

  @Bean
  static ManagementService managementService(ProcessEngine engine) {
    return engine.getManagementService();
  }

  private static ProcessEngine withRightTables(ProcessEngine engine) {
    var log = engine.getManagementService().createSchemaLogQuery().version(EngineSchema.VERSION);
    if (log.count() == 1) return engine;
    engine.close();
    throw new IllegalStateException("engine tables are not of version " + EngineSchema.VERSION);
  }

  private static DefaultJobExecutor jobExecutor(EngineSettings settings) {
    var executor = new DefaultJobExecutor();
    executor.setCorePoolSize(settings.threads());
    executor.setMaxPoolSize(settings.threads());
    executor.setQueueSize(settings.threads());
    executor.setMaxJobsPerAcquisition(settings.threads());
    executor.setWaitTimeInMillis(Math.toIntExact(settings.acquisitionWait().toMillis()));
    executor.setMaxWait(settings.acquisitionWaitMax().toMillis());
    executor.setLockTimeInMillis(Math.toIntExact(settings.lockTime().toMillis()));
    return executor;
  }

  /** The settings of platform.md that no property reaches. */
  private static final class HardenedEngine extends SpringProcessEngineConfiguration {

    HardenedEngine(Map<String, JavaDelegate> delegates) {
      setBeans(new HashMap<>(delegates)); // an expression sees these names, no other bean
      setEnableExpressionsInAdhocQueries(false);
      setEnableExpressionsInStoredQueries(false);
      setEnableScriptEngineLoadExternalResources(false);
      setEnableFetchScriptEngineFromProcessApplication(false);
      setConfigureScriptEngineHostAccess(false);
      setEnableXxeProcessing(false);
      setJavaSerializationFormatEnabled(false);
      setDeserializationTypeValidationEnabled(true);
      setEnforceHistoryTimeToLive(true);
      setHistoryCleanupEnabled(false);
      setCmmnEnabled(false);
      setDmnEnabled(false);
      setStandaloneTasksEnabled(false);
      setMetricsEnabled(false);
      setDbMetricsReporterActivate(false);
      setTaskMetricsEnabled(false);
      setCreateDiagramOnDeploy(false);
      setEnableCmdExceptionLogging(false); // refusals are answers, failed jobs log themselves
    }

    /** The one serialiser that could bring a foreign class to life. */
    @Override
    protected void initSerialization() {
      super.initSerialization();
      var serializers = getVariableSerializers();
      serializers.removeSerializer(serializers.getSerializerByName(JavaObjectSerializer.NAME));
    }
  }
}
