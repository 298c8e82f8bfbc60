package io.kizuna.portable.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.notary.MerkleTree;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The paths in a portable record are those of RFC 6962; the notary's own tree is the judge. */
class InclusionPathsTest {

  // Every size up to 70 has every shape of an incomplete right edge six levels deep.
  @Test
  void pathsOfEveryLeafOfEverySizeAreThoseOfTheTree() {
    for (int size = 1; size <= 70; size++) {
      var leaves = new ArrayList<byte[]>();
      for (int i = 0; i < size; i++) leaves.add(MerkleTree.leaf(new byte[] {(byte) i}));
      var paths = new InclusionPaths(size, LongStream.range(0, size).boxed().toList());
      leaves.forEach(paths::add);
      paths.close();
      for (int i = 0; i < size; i++) {
        var expected =
            MerkleTree.inclusion(i, leaves).stream().map(HexFormat.of()::formatHex).toList();
        assertThat(paths.of(i)).as(i + " of " + size).isEqualTo(expected);
      }
    }
  }

  @Test
  void treeThatLacksALeafIsNotClosed() {
    var paths = new InclusionPaths(2, List.of(0L));
    paths.add(new byte[32]);
    assertThat(org.assertj.core.api.Assertions.catchThrowable(paths::close)).isNotNull();
  }
}
