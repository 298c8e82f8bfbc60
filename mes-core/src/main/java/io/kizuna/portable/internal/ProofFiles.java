package io.kizuna.portable.internal;

import io.kizuna.audit.ReadCheckpoints;
import io.kizuna.audit.SealTrail;
import io.kizuna.audit.SealedCheckpoint;
import io.kizuna.kernel.Digest;
import io.kizuna.notary.Leaf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows that the trail is the one the notary saw: its newest checkpoint and the paths to it. */
@Component
class ProofFiles {

  private static final int FETCH = 1_000;

  private final ReadCheckpoints checkpoints;
  private final SealTrail sealing;
  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;

  ProofFiles(ReadCheckpoints checkpoints, SealTrail sealing, JdbcClient jdbc, DataSource database) {
    this.checkpoints = checkpoints;
    this.sealing = sealing;
    this.jdbc = jdbc;
    this.streaming = new JdbcTemplate(database);
    streaming.setFetchSize(FETCH);
  }

  /**
   * Writes nothing if no checkpoint covers any of the chains: no proof is better than half a one.
   */
  void write(List<String> chains, RecordZip zip) throws IOException {
    var newest = checkpoints.ofChain(chains.get(0));
    if (newest.isEmpty()) return;
    SealedCheckpoint c = newest.get().checkpoint();
    zip.text("proofs/checkpoint.note", c.note());
    for (var key : sealing.status().keys()) {
      zip.text(RecordZip.keyFile(key.name()), key + "\n");
    }
    var leaves = leaves(c, chains);
    var paths = new InclusionPaths(c.size(), leaves.stream().map(Leaf::index).toList());
    streaming.query(
        """
        SELECT leaf_index, chain_id, seq, hash FROM checkpoint_leaf
        WHERE epoch = ? AND leaf_index < ? ORDER BY leaf_index
        """,
        rs -> {
          paths.add(leaf(rs).treeHash());
        },
        c.epoch(),
        c.size());
    paths.close();
    try (var out = zip.open("proofs/leaves.jsonl")) {
      for (Leaf leaf : leaves) {
        var line = new LinkedHashMap<String, Object>();
        line.put("index", Long.toString(leaf.index()));
        line.put("chain", leaf.chain());
        line.put("seq", Long.toString(leaf.seq()));
        line.put("hash", leaf.hash());
        line.put("path", paths.of(leaf.index()));
        out.write((Digest.canonical(line) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    stamps(c, zip);
  }

  private List<Leaf> leaves(SealedCheckpoint c, List<String> chains) {
    var leaves = new ArrayList<Leaf>();
    for (String chain : chains) {
      leaves.addAll(
          jdbc.sql(
                  """
                  SELECT leaf_index, chain_id, seq, hash FROM checkpoint_leaf
                  WHERE epoch = ? AND chain_id = ? AND leaf_index < ? ORDER BY leaf_index
                  """)
              .params(c.epoch(), chain, c.size())
              .query((rs, n) -> leaf(rs))
              .list());
    }
    return leaves;
  }

  private static Leaf leaf(ResultSet rs) throws SQLException {
    return new Leaf(rs.getLong(1), rs.getString(2), rs.getLong(3), rs.getString(4));
  }

  private void stamps(SealedCheckpoint c, RecordZip zip) throws IOException {
    var tokens =
        jdbc.sql("SELECT token FROM checkpoint_stamp WHERE epoch = ? AND size = ? ORDER BY tsa")
            .params(c.epoch(), c.size())
            .query(String.class)
            .list();
    for (int i = 0; i < tokens.size(); i++) {
      zip.bytes("proofs/stamp-" + (i + 1) + ".tsr", Base64.getDecoder().decode(tokens.get(i)));
    }
  }
}
