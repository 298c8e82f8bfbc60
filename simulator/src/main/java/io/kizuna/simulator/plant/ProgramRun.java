package io.kizuna.simulator.plant;

/**
 * One run of a program, kept as a LADS result.
 *
 * @param stoppedAtMs 0 while it runs.
 * @param outcome state it ended in, empty while it runs.
 */
public record ProgramRun(
    String runId,
    String programId,
    String jobId,
    String taskId,
    long startedAtMs,
    long stoppedAtMs,
    String outcome) {

  ProgramRun ended(long atMs, UnitState state) {
    return new ProgramRun(runId, programId, jobId, taskId, startedAtMs, atMs, state.text());
  }
}
