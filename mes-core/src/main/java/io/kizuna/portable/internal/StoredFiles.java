package io.kizuna.portable.internal;

import io.kizuna.batch.Batch;
import io.kizuna.recipe.RecipeLibrary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is in the database as it is: trail, rows, readings, recipe. */
@Component
class StoredFiles {

  static final String SCHEMA = "batch-record.schema.json";

  private final TrailLines trail;
  private final RowLines rows;
  private final ReadingFiles readings;
  private final RecipeLibrary recipes;
  private final ProofFiles proofs;

  StoredFiles(
      TrailLines trail,
      RowLines rows,
      ReadingFiles readings,
      RecipeLibrary recipes,
      ProofFiles proofs) {
    this.trail = trail;
    this.rows = rows;
    this.readings = readings;
    this.recipes = recipes;
    this.proofs = proofs;
  }

  /**
   * @param cut what the reader may not see; null if the copy is full.
   */
  void write(Batch batch, @Nullable SponsorCopy cut, RecordZip zip) throws IOException {
    zip.bytes("record.schema.json", resource("/schema/" + SCHEMA));
    UUID recipe = batch.recipeVersion();
    var chains = List.of(batch.chain(), "recipe:" + recipe);
    for (String chain : chains) {
      try (var out = zip.open("trail/" + chain.replace(':', '_') + ".jsonl")) {
        trail.write(chain, body -> cut == null || cut.shows(body), out);
      }
    }
    if (cut == null) {
      for (RowLines.Table table : RowLines.TABLES) {
        try (var out = zip.open("rows/" + table.name() + ".jsonl")) {
          rows.write(table, batch.id(), recipe, out);
        }
      }
    }
    try (var out = zip.open("readings/blocks.jsonl")) {
      readings.blocks(batch.id(), out);
    }
    try (var out = zip.open("readings/readings.csv")) {
      readings.readings(batch.id(), out);
    }
    zip.bytes(
        "readings/readings.csv-metadata.json", resource("/portable/readings.csv-metadata.json"));
    recipe(recipe, zip);
    proofs.write(chains, zip);
  }

  private void recipe(UUID version, RecordZip zip) throws IOException {
    try (var in = new ZipInputStream(new ByteArrayInputStream(recipes.packageZip(version)))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (e.isDirectory()) continue;
        try (var out = zip.open("recipe/" + e.getName())) {
          in.transferTo(out);
        }
      }
    }
  }

  static byte[] resource(String path) throws IOException {
    try (var in = Objects.requireNonNull(StoredFiles.class.getResourceAsStream(path), path)) {
      return in.readAllBytes();
    }
  }
}
