package io.kizuna.verify;

import io.kizuna.verify.format.VerifierKey;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to check against.
 *
 * @param keys public keys of the notary, from outside the record.
 * @param anchors folder of anchored checkpoints.
 * @param since size of a checkpoint that was verified before; events it covers are taken as they
 *     were then.
 */
public record Options(List<VerifierKey> keys, @Nullable Path anchors, @Nullable Long since) {

  /** Everything, with nothing from outside. */
  public static final Options NONE = new Options(List.of(), null, null);
}
