package io.kizuna.portable.internal;

import io.kizuna.report.BatchRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The README of a portable record: what this is, what it proves, how to check it. */
final class Readme {

  private static final String FILE = "/portable/README.txt";

  private Readme() {}

  static String of(BatchRecord.Header header, Manifest m) throws IOException {
    boolean sponsor = m.copy() == BatchRecord.Copy.SPONSOR;
    boolean interim = m.status() == BatchRecord.Status.INTERIM;
    var values =
        Map.ofEntries(
            Map.entry("number", header.number()),
            Map.entry("coi", header.coi()),
            Map.entry("copy", sponsor ? "sponsor's copy" : "full copy"),
            Map.entry("copyNameJa", sponsor ? "委託者用の写し" : "完全な写し"),
            Map.entry("status", interim ? "INTERIM" : "final"),
            Map.entry("statusNameJa", interim ? "中間記録" : "確定"),
            Map.entry("createdAt", m.createdAt().toString()),
            Map.entry("software", m.software()),
            Map.entry("statusEn", interim ? INTERIM_EN : ""),
            Map.entry("statusJa", interim ? INTERIM_JA : ""),
            Map.entry("copyEn", sponsor ? SPONSOR_EN : FULL_EN),
            Map.entry("copyJa", sponsor ? SPONSOR_JA : FULL_JA));
    String text;
    try (var in = Objects.requireNonNull(Readme.class.getResourceAsStream(FILE), FILE)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (var value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private static final String INTERIM_EN =
      """
      INTERIM
        Quality had not decided about this batch when this file was made. The record can still grow;
        a later file holds this one's events as its beginning.
      """;

  private static final String INTERIM_JA =
      """
      中間記録
        このファイルの作成時点で、品質部門の判定はまだありません。記録は今後追加されることがあり、
        後のファイルはこのファイルの事象をその先頭に含みます。
      """;

  private static final String FULL_EN =
      """
      What this copy proves
        No file was changed since the site sealed it (manifest.note); no event of the batch was changed,
        added, removed or put in another place before that (trail/); the stored rows are those the events
        sealed (rows/); the readings are those sealed by the minute (readings/); with proofs/, that the
        trail is the one the notary saw.
      """;

  private static final String FULL_JA =
      """
      この写しが証明すること
        施設が封印した後にどのファイルも変更されていないこと (manifest.note)。それ以前にバッチの事象が
        変更・追加・削除・入れ替えされていないこと (trail/)。保存行が事象の封印どおりであること (rows/)。
        測定値が一分ごとの封印どおりであること (readings/)。proofs/ があれば、公証部が見た証跡であること。
      """;

  private static final String SPONSOR_EN =
      """
      What a sponsor's copy proves, and what not
        Proved: no file was changed since the site sealed it (manifest.note); the events follow one another
        without a gap (each names the hash of the one before); with proofs/, that this chain is the one the
        notary saw; events with a body, and the readings sealed by the minute, recompute.
        Not proved: that an event without a body says what record.json tells of it, and that the stored rows
        are those the events sealed. Bodies that name a user, a session or an address of the site are left
        out, and the rows with them (manifest.json, "leftOut"). The full copy at the site has the same
        hashes: an inspector can compare the two.
      """;

  private static final String SPONSOR_JA =
      """
      委託者用の写しが証明することと、しないこと
        証明する: 施設が封印した後にどのファイルも変更されていないこと (manifest.note)。事象が欠けることなく
        連鎖していること (各事象が直前のハッシュを示す)。proofs/ があれば、公証部が見た連鎖であること。
        本文のある事象と、一分ごとに封印された測定値が再計算できること。
        証明しない: 本文のない事象が record.json の記載どおりであること、保存行が事象の封印どおりであること。
        利用者・セッション・施設のアドレスを含む本文と、保存行は除いています (manifest.json の "leftOut")。
        施設にある完全な写しは同じハッシュを持ち、査察官は両者を比較できます。
      """;
}
