package io.kizuna.workflows.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the engine's jobs after everything else and stops them before everything else. */
@Component
class EngineJobs implements SmartLifecycle {

  private final JobExecutor executor;
  private final boolean wanted;

  EngineJobs(ProcessEngine engine, EngineSettings settings) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.executor = configuration.getJobExecutor();
    this.wanted = settings.jobs();
  }

  @Override
  public void start() {
    if (wanted) executor.start();
  }

  @Override
  public void stop() {
    if (executor.isActive()) executor.shutdown();
  }

  @Override
  public boolean isRunning() {
    return executor.isActive();
  }
}
