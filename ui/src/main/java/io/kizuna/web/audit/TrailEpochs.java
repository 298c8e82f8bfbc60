package io.kizuna.web.audit;

import io.kizuna.audit.BeginEpoch;
import io.kizuna.audit.BeginEpoch.Statement;
import io.kizuna.kernel.Digest;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signing;
import io.kizuna.signature.Signing.Challenge;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signature and new epoch in one transaction; what is signed is what is missing, and why. */
@Component
class TrailEpochs {

  private static final String CHAIN = "site";

  private final Signing signing;
  private final BeginEpoch epochs;

  TrailEpochs(Signing signing, BeginEpoch epochs) {
    this.signing = signing;
    this.epochs = epochs;
  }

  @Transactional
  public Challenge challenge(String reason, String session) {
    var statement = epochs.statement();
    return signing.challenge(
        session, CHAIN, subject(statement), Meaning.APPROVED, content(statement, reason));
  }

  @Transactional
  public long begin(
      UUID requestId,
      String reason,
      UUID challenge,
      String session,
      PersonId signer,
      String language) {
    var statement = epochs.statement();
    var opened = signing.open(challenge, session, subject(statement));
    // The log went on between showing and signing: then something else would be signed.
    if (!opened.content().equals(Digest.canonical(content(statement, reason)))) {
      throw new MesException(
          ErrorCode.SIGNATURE_STALE,
          "What is signed must be what was shown; nothing was signed.",
          null,
          "open the signature sheet again",
          null);
    }
    var signature = signing.sign(opened, signer, language);
    return epochs.begin(requestId, statement, reason, signer, signature.id());
  }

  private static String subject(Statement s) {
    return "trail:epoch:" + s.epoch();
  }

  private static Map<String, String> content(Statement s, String reason) {
    var content = new LinkedHashMap<String, String>();
    content.put("purpose", "begin-epoch");
    content.put("epoch", Long.toString(s.epoch()));
    content.put("anchoredSize", Long.toString(s.anchoredSize()));
    content.put("anchoredRoot", s.anchoredRoot());
    content.put("logSize", Long.toString(s.logSize()));
    content.put("missing", s.missing());
    content.put("reason", reason);
    return content;
  }
}
