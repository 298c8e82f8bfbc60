package io.kizuna.verify;

import io.kizuna.verify.format.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line. */
final class Arguments {

  static final String USAGE =
      """
      usage: java -jar kizuna-verify.jar FILE.zip [--key FILE]... [--anchors DIR]
             java -jar kizuna-verify.jar --database jdbc:postgresql://... --user NAME
                  [--password-file FILE] [--since SIZE] [--batch ID] [--key FILE]... [--anchors DIR]
        --database URL        a database to read; nothing is written
        --user NAME           a login that may read
        --password-file FILE  its password; without it the variable KIZUNA_VERIFY_PASSWORD
        --since SIZE          only what came after this checkpoint, which was verified before
        --batch ID            only one batch and its recipe
        --anchors DIR         folder of anchored checkpoints: only they show a rollback
        --key FILE            public key of the notary (.vkey), more than once if there are several
        --json FILE           writes the report as JSON too
        --quiet               only one line
      exit code: 0 nothing found, 1 something found, 2 could not check
      """;

  @Nullable Path file;
  @Nullable String database;
  String user = "";
  String password = "";
  @Nullable UUID batch;
  @Nullable Long since;
  @Nullable Path anchors;
  @Nullable Path json;
  boolean quiet;
  final List<VerifierKey> keys = new ArrayList<>();

  /**
   * @throws IllegalArgumentException with a sentence for whoever typed it.
   */
  static Arguments parse(String... args) throws IOException {
    var a = new Arguments();
    String environment = System.getenv("KIZUNA_VERIFY_PASSWORD");
    if (environment != null) a.password = environment;
    var left = new ArrayDeque<>(List.of(args));
    while (!left.isEmpty()) a.option(left.remove(), left);
    if ((a.file == null) == (a.database == null)) {
      throw new IllegalArgumentException("name one portable record or one --database");
    }
    if (a.file != null && (a.since != null || a.batch != null)) {
      throw new IllegalArgumentException("--since and --batch are for a database");
    }
    return a;
  }

  private void option(String name, ArrayDeque<String> left) throws IOException {
    switch (name) {
      case "--database" -> database = value(name, left);
      case "--user" -> user = value(name, left);
      case "--password-file" -> password = Files.readString(path(name, left)).strip();
      case "--since" -> since = Long.valueOf(value(name, left));
      case "--batch" -> batch = UUID.fromString(value(name, left));
      case "--anchors" -> anchors = path(name, left);
      case "--key" -> {
        for (String line : Files.readAllLines(path(name, left))) {
          if (!line.isBlank()) keys.add(VerifierKey.parse(line));
        }
      }
      case "--json" -> json = path(name, left);
      case "--quiet" -> quiet = true;
      default -> {
        if (name.startsWith("-")) throw new IllegalArgumentException("unknown option " + name);
        if (file != null) throw new IllegalArgumentException("one portable record at a time");
        file = Path.of(name);
      }
    }
  }

  private static Path path(String name, ArrayDeque<String> left) {
    return Path.of(value(name, left));
  }

  private static String value(String name, ArrayDeque<String> left) {
    String value = left.poll();
    if (value == null) throw new IllegalArgumentException(name + " needs a value");
    return value;
  }

  Options options() {
    return new Options(List.copyOf(keys), anchors, since);
  }
}
