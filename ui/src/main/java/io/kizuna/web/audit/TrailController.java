package io.kizuna.web.audit;

import io.kizuna.audit.BeginEpoch;
import io.kizuna.audit.ReadCheckpoints;
import io.kizuna.audit.SealTrail;
import io.kizuna.audit.SealTrail.Fault;
import io.kizuna.audit.SealedCheckpoint;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.notary.VerifierKey;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Role;
import io.kizuna.web.Actor;
import io.kizuna.web.SignatureBody;
import io.kizuna.web.batchrecord.ChallengeView;
import io.kizuna.web.security.Signers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The checkpoints of the trail: how far it is sealed, the note to take along, a new epoch. */
@RestController
class TrailController {

  private static final int REASON_MAX = 2000;

  private final ReadCheckpoints checkpoints;
  private final SealTrail sealing;
  private final BeginEpoch epochs;
  private final TrailEpochs signedEpochs;
  private final People people;
  private final Signers signers;

  TrailController(
      ReadCheckpoints checkpoints,
      SealTrail sealing,
      BeginEpoch epochs,
      TrailEpochs signedEpochs,
      People people,
      Signers signers) {
    this.checkpoints = checkpoints;
    this.sealing = sealing;
    this.epochs = epochs;
    this.signedEpochs = signedEpochs;
    this.people = people;
    this.signers = signers;
  }

  /** One signed state of the log. */
  record Sealed(long epoch, long size, String root, Instant sealedAt) {}

  /**
   * @param verifierKey as whoever checks a note needs it.
   */
  record KeyView(String name, String id, String verifierKey) {}

  record AnchorView(long epoch, long size, String root) {}

  record NotaryView(String answer, Instant at) {}

  record AlarmView(Fault fault, String found, String needed, Instant since) {}

  /**
   * @param on false where no notary is configured: then nothing is sealed.
   * @param logSize leaves in the database, signed or not.
   * @param waitingEvents events no signed checkpoint covers yet.
   * @param epochNeeded whether QA has to begin a new epoch before the sealing can go on.
   */
  record CheckpointView(
      boolean on,
      @Nullable Sealed checkpoint,
      long logSize,
      long waitingEvents,
      @Nullable Instant waitingSince,
      List<KeyView> keys,
      @Nullable AnchorView anchor,
      @Nullable NotaryView notary,
      @Nullable Instant stampedAt,
      List<AlarmView> alarms,
      boolean epochNeeded) {}

  @GetMapping("/api/trail/checkpoint")
  CheckpointView checkpoint(Actor actor) {
    needReader(actor);
    var s = sealing.status();
    var anchor = s.anchor();
    return new CheckpointView(
        s.on(),
        checkpoints
            .latest()
            .map(c -> new Sealed(c.epoch(), c.size(), c.root(), c.sealedAt()))
            .orElse(null),
        s.logSize(),
        s.waitingEvents(),
        s.waitingSince(),
        s.keys().stream().map(k -> new KeyView(k.name(), k.idHex(), k.toString())).toList(),
        anchor == null ? null : new AnchorView(anchor.epoch(), anchor.size(), anchor.root()),
        s.lastAnswer() == null || s.lastAnswerAt() == null
            ? null
            : new NotaryView(s.lastAnswer(), s.lastAnswerAt()),
        s.lastStampAt(),
        s.alarms().stream()
            .map(a -> new AlarmView(a.fault(), a.found(), a.needed(), a.since()))
            .toList(),
        s.alarms().stream().anyMatch(a -> a.fault().endsEpoch()));
  }

  /** The signed note, to be kept where the house cannot change it. */
  @GetMapping(value = "/api/trail/checkpoint/note", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> note(Actor actor) {
    needReader(actor);
    SealedCheckpoint c = checkpoints.latest().orElseThrow(() -> unknown("a first checkpoint"));
    return file("%04d-%012d.note".formatted(c.epoch(), c.size()), c.note());
  }

  /** The notary's public keys, the present one first. */
  @GetMapping(value = "/api/trail/keys", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> keys(Actor actor) {
    needReader(actor);
    var keys = sealing.status().keys();
    if (keys.isEmpty()) throw unknown("a notary");
    String lines = keys.stream().map(VerifierKey::toString).collect(Collectors.joining("\n"));
    return file("notary.vkey", lines + "\n");
  }

  private static MesException unknown(String needed) {
    return new MesException(
        ErrorCode.CHECKPOINT_UNKNOWN,
        "Nothing of the trail was sealed yet.",
        null,
        needed,
        "ADMINISTRATOR");
  }

  private static ResponseEntity<String> file(String name, String text) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
        .body(text);
  }

  record EpochDraft(@NotBlank @Size(max = REASON_MAX) String reason) {}

  @PostMapping("/api/trail/epochs/challenges")
  ChallengeView challenge(@RequestBody EpochDraft b, Actor actor) {
    need(actor, Role.QA);
    return ChallengeView.of(signedEpochs.challenge(b.reason().strip(), actor.session()));
  }

  record EpochBody(
      @NotBlank @Size(max = REASON_MAX) String reason,
      SignatureBody signature,
      @Nullable String language) {}

  record EpochView(long epoch) {}

  /** Sent twice, begun once. */
  @PutMapping("/api/trail/epochs/{requestId}")
  EpochView begin(@PathVariable UUID requestId, @RequestBody EpochBody b, Actor actor) {
    need(actor, Role.QA);
    var earlier = epochs.epochOf(requestId);
    if (earlier.isPresent()) return new EpochView(earlier.get());
    var signed = signers.check(b.signature());
    if (!signed.person().equals(actor.id())) need(new Actor(signed.person(), ""), Role.QA);
    return new EpochView(
        signedEpochs.begin(
            requestId,
            b.reason().strip(),
            signed.challenge(),
            actor.session(),
            signed.person(),
            "ja".equals(b.language()) ? "ja" : "en"));
  }

  private void needReader(Actor actor) {
    need(actor, Role.QA, Role.ADMINISTRATOR, Role.CLIENT_READER);
  }

  private void need(Actor actor, Role... any) {
    var person = people.active(actor.id());
    for (Role role : any) {
      if (person.has(role)) return;
    }
    throw new MesException(
        ErrorCode.ROLE_MISSING,
        "the role is missing for this",
        actor.id().value(),
        any[0].name(),
        "the administrator");
  }
}
