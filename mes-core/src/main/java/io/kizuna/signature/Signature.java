package io.kizuna.signature;

import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One electronic signature (21 CFR 11.50, 11.70).
 *
 * @param subject what was signed, for example {@code step:<id>:perform}.
 * @param printedName the signer's name as it was then (R28).
 * @param content canonical JSON of what was shown.
 * @param digest SHA-256 of {@code content}.
 * @param voidReason why it no longer counts; null while it does.
 */
public record Signature(
    UUID id,
    String chain,
    String subject,
    Meaning meaning,
    PersonId person,
    Text printedName,
    String language,
    String content,
    String digest,
    Instant signedAt,
    @Nullable String voidReason) {}
