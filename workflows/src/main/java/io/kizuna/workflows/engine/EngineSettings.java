package io.kizuna.workflows.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code kizuna.engine.*}. Waits are server time; lock and retry times are times of the
 * record clock, which the demonstration runs up to 5000 times faster.
 *
 * @param jobs whether this node executes timers and commands.
 * @param threads jobs executed at the same time; each may hold a database connection.
 * @param acquisitionWait how long an idle node waits before it looks for due jobs again.
 * @param acquisitionWaitMax the wait grows up to this while nothing is due.
 * @param lockTime after this another node takes over a job whose node died.
 * @param commandRetries tries of a command to equipment, ISO 8601 repeating interval.
 * @param timerRetries tries of a timer: long, because a dead timer would be silent.
 */
@ConfigurationProperties("kizuna.engine")
record EngineSettings(
    @DefaultValue("true") boolean jobs,
    @DefaultValue("3") int threads,
    @DefaultValue("500ms") Duration acquisitionWait,
    @DefaultValue("2s") Duration acquisitionWaitMax,
    @DefaultValue("5m") Duration lockTime,
    @DefaultValue("R3/PT10S") String commandRetries,
    @DefaultValue("R100/PT1M") String timerRetries) {}
