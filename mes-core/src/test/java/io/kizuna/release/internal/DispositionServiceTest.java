package io.kizuna.release.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batch.Disposition;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.CompleteStep.Signed;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.MesException.Fault;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.release.DisposeBatch.Command;
import io.kizuna.release.DisposeBatch.Draft;
import io.kizuna.release.Disposed;
import io.kizuna.release.Gate;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signing.Challenge;
import io.kizuna.testing.SampleBatch;
import io.kizuna.testing.SampleBatches;
import io.kizuna.testing.SamplePorts;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DispositionServiceTest {

  private final SampleBatch sample = new SampleBatch();
  private final SamplePorts ports = new SamplePorts(sample);
  private final DispositionFakes fakes = new DispositionFakes(sample);
  private final RecordClock clock = new RecordClock(Clock.systemUTC());
  private final DispositionService service =
      new DispositionService(
          new SampleBatches(sample),
          ports,
          new EvidenceReader(new NoReadings(), ports, fakes, ports, ports, ports, clock),
          new DispositionSheet(fakes, fakes),
          fakes,
          fakes,
          fakes,
          fakes,
          clock);

  private Challenge challenge(Disposition decision, String reason, String by) {
    return service.challenge(new Draft("s1", sample.id, decision, reason, new PersonId(by), "en"));
  }

  private Disposed dispose(UUID request, Disposition decision, String reason, String by) {
    var challenge = challenge(decision, reason, by);
    return dispose(request, decision, reason, by, challenge.id());
  }

  private Disposed dispose(
      UUID request, Disposition decision, String reason, String by, UUID challenge) {
    var person = new PersonId(by);
    return service.dispose(
        new Command(
            request,
            "s1",
            sample.id,
            decision,
            reason,
            person,
            "en",
            new Signed(challenge, person)));
  }

  // The step's own challenge carries the decision: one signature, two records.
  @Test
  void releaseCompletesTheStepAndDisposesWithOneSignature() {
    var disposed = dispose(UUID.randomUUID(), Disposition.RELEASED, null, "watanabe");
    assertThat(fakes.log).containsExactly("complete decision=release", "dispose RELEASED");
    assertThat(sample.signatures.stream().filter(s -> s.id().equals(disposed.signature())))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.meaning()).isEqualTo(Meaning.RELEASED);
              assertThat(s.content()).contains("\"disposition\":\"RELEASED\"", "\"gates\"");
              assertThat(s.content()).contains("\"values\"", "\"auditTrail\"");
            });
    assertThat(service.of(sample.id)).contains(disposed);
  }

  @Test
  void sameRequestTwiceDecidesOnce() {
    var request = UUID.randomUUID();
    var first = dispose(request, Disposition.RELEASED, null, "watanabe");
    var again = dispose(request, Disposition.RELEASED, null, "watanabe", UUID.randomUUID());
    assertThat(again).isEqualTo(first);
    assertThat(fakes.log).hasSize(2);
    assertThatThrownBy(
            () -> dispose(request, Disposition.REJECTED, "changed mind", "watanabe", request))
        .extracting(e -> ((MesException) e).code())
        .isEqualTo(ErrorCode.REQUEST_REUSED);
  }

  @Test
  void refusalListsEveryBlocker() {
    sample.exception(Type.PROBLEM, BatchException.State.OPEN, null);
    sample.setState("user_feed", StepRun.State.AWAITING_VERIFICATION);
    assertThatThrownBy(() -> challenge(Disposition.RELEASED, null, "suzuki"))
        .satisfies(
            e ->
                assertThat(((MesException) e).fieldFaults())
                    .extracting(Fault::field)
                    .containsExactly(
                        Gate.DISPOSER_REVIEWED.name(),
                        Gate.VERIFICATION_OPEN.name(),
                        Gate.EXCEPTION_OPEN.name()));
    assertThat(fakes.log).isEmpty();
  }

  // The batch can change between the sheet and the signature; the gates are asked again.
  @Test
  void gatesAreCheckedAgainWhenItIsSigned() {
    var challenge = challenge(Disposition.RELEASED, null, "watanabe");
    sample.exception(Type.PROBLEM, BatchException.State.OPEN, null);
    var request = UUID.randomUUID();
    assertThatThrownBy(
            () -> dispose(request, Disposition.RELEASED, null, "watanabe", challenge.id()))
        .extracting(e -> ((MesException) e).code())
        .isEqualTo(ErrorCode.RELEASE_BLOCKED);
    assertThat(fakes.log).isEmpty();
  }

  @Test
  void challengeToRejectCannotRelease() {
    var challenge = challenge(Disposition.REJECTED, "sterility failed", "watanabe");
    var request = UUID.randomUUID();
    assertThatThrownBy(
            () -> dispose(request, Disposition.RELEASED, null, "watanabe", challenge.id()))
        .extracting(e -> ((MesException) e).code())
        .isEqualTo(ErrorCode.SIGNATURE_STALE);
  }

  @Test
  void rejectionNeedsAReasonAndQa() {
    assertThatThrownBy(() -> challenge(Disposition.REJECTED, " no ", "watanabe"))
        .extracting(e -> ((MesException) e).code())
        .isEqualTo(ErrorCode.REASON_MISSING);
    assertThatThrownBy(() -> challenge(Disposition.REJECTED, "sterility failed", "tanaka"))
        .extracting(e -> ((MesException) e).code())
        .isEqualTo(ErrorCode.ROLE_MISSING);
  }

  // Nothing may be made of a rejected batch: one that is held ends with the decision.
  @Test
  void heldBatchIsRejectedWithoutItsStep() {
    sample.state = Batch.State.HELD;
    var disposed = dispose(UUID.randomUUID(), Disposition.REJECTED, "sterility failed", "watanabe");
    assertThat(fakes.log).containsExactly("abort", "dispose REJECTED");
    assertThat(disposed.reason()).isEqualTo("sterility failed");
  }

  // The engine opens the step a moment after the review; until then there is nothing to complete.
  @Test
  void releaseWaitsForItsStep() {
    sample.runs.remove(sample.run("user_decide_disposition"));
    assertThatThrownBy(() -> challenge(Disposition.RELEASED, null, "watanabe"))
        .extracting(e -> ((MesException) e).code())
        .isEqualTo(ErrorCode.STEP_NOT_OPEN);
  }

  @Test
  void abortedBatchIsRejectedOnly() {
    sample.state = Batch.State.ABORTED;
    assertThatThrownBy(() -> challenge(Disposition.RELEASED, null, "watanabe"))
        .extracting(e -> ((MesException) e).code())
        .isEqualTo(ErrorCode.RELEASE_BLOCKED);
    dispose(UUID.randomUUID(), Disposition.REJECTED, "stopped by planner", "watanabe");
    assertThat(fakes.log).containsExactly("dispose REJECTED");
  }
}
