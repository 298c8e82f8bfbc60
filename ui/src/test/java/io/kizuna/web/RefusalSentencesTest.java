package io.kizuna.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whoever is refused reads why in their own language. Sentences stand in the code in English, their
 * Japanese in the pages' catalog; this finds every sentence that has none.
 */
class RefusalSentencesTest {

  /** Faults of a recipe package go to its author, in a catalog of their own. */
  private static final Set<String> OF_FORMULAS =
      Set.of("FormulaLanguage.java", "FormulaUnits.java", "UcumUnit.java");

  private static final String CONSTRUCTORS =
      "new MesException|new Refusal|new MesException.Refusal";

  /** Where sentences are made, and which catalog has their Japanese. */
  private enum Catalog {
    REFUSALS(
        "frontend/src/shared/i18n/refusals.ja.json",
        "refused|refusal|invalid|unavailable|stale|full|fault|role|expect",
        "../mes-core/src/main/java",
        "../equipment-adapters/src/main/java",
        "../workflows/src/main/java/io/kizuna/workflows/engine",
        "src/main/java"),
    RECIPE_FAULTS(
        "frontend/src/features/recipes/faults.ja.json",
        "add|fault|need|refused|invalid",
        "../workflows/src/main/java/io/kizuna/workflows/recipe",
        "../mes-core/src/main/java/io/kizuna/recipe");

    private final Path file;
    private final Pattern made;
    private final List<String> sources;

    Catalog(String file, String methods, String... sources) {
      this.file = Path.of(file);
      this.made = Pattern.compile("(" + CONSTRUCTORS + "|\\b(?:" + methods + "))\\(");
      this.sources = List.of(sources);
    }

    boolean reads(Path source) {
      String name = source.getFileName().toString();
      boolean ofFormulas = OF_FORMULAS.contains(name);
      boolean ofRecipes = ofFormulas || source.toString().contains("/workflows/recipe/");
      return name.endsWith(".java") && (this == RECIPE_FAULTS ? ofRecipes : !ofFormulas);
    }

    Set<String> sentences() throws IOException {
      return new TreeSet<>(
          JsonMapper.builder().build().readTree(Files.readString(file)).propertyNames());
    }
  }

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Words for people: something in lower case and a space, or a sentence's end. */
  private static final Pattern WORDS = Pattern.compile(".*[a-z]+ .*|.* [a-z]+.*|.*[a-z]\\.");

  private static final Set<String> NOT_FOR_PEOPLE =
      Set.of("PUT /api/batches/{id}/dispositions/{requestId}");

  /** A sentence that is put together is in the catalog with {} for what it is filled with. */
  private static boolean isKnown(String words, Set<String> catalog) {
    return catalog.contains(words)
        || catalog.stream().anyMatch(k -> k.contains("{}") && k.contains(words.strip()));
  }

  private static List<String> sentences(Path file, Pattern making) throws IOException {
    String code = Files.readString(file);
    var found = new ArrayList<String>();
    if (!code.contains("MesException") && !code.contains("Faults")) return found;
    var made = making.matcher(code);
    while (made.find()) {
      String arguments = arguments(code, made.end());
      if (made.group(1).equals("new MesException") && !arguments.contains("ErrorCode")) continue;
      var literal = LITERAL.matcher(arguments);
      while (literal.find()) {
        String words = literal.group(1);
        if (WORDS.matcher(words).matches() && !NOT_FOR_PEOPLE.contains(words)) found.add(words);
      }
    }
    return found;
  }

  private static String arguments(String code, int from) {
    int depth = 1;
    boolean text = false;
    int i = from;
    for (; i < code.length() && depth > 0; i++) {
      char c = code.charAt(i);
      if (text && c == '\\') i++;
      else if (c == '"') text = !text;
      else if (!text && c == '(') depth++;
      else if (!text && c == ')') depth--;
    }
    return code.substring(from, i - 1);
  }

  private static Set<String> allSentences(Catalog catalog) throws IOException {
    var all = new TreeSet<String>();
    for (String source : catalog.sources) {
      try (Stream<Path> files = Files.walk(Path.of(source))) {
        for (Path file : files.filter(catalog::reads).toList()) {
          all.addAll(sentences(file, catalog.made));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void everySentenceHasItsJapanese(Catalog catalog) throws IOException {
    var known = catalog.sentences();
    var all = allSentences(catalog);
    assertThat(all).as("the search finds them").hasSizeGreaterThan(100);
    assertThat(all.stream().filter(s -> !isKnown(s, known)).toList())
        .as("without Japanese in %s", catalog.file)
        .isEmpty();
  }

  @Test
  void gatesSayTheSameInTheCatalog() throws IOException {
    var catalog = JsonMapper.builder().build().readTree(Files.readString(Catalog.REFUSALS.file));
    for (var gate : io.kizuna.release.Gate.values()) {
      assertThat(catalog.path(gate.text().en()).asString("")).isEqualTo(gate.text().ja());
    }
  }
}
