package io.kizuna.portable.internal;

import io.kizuna.personnel.Person;
import io.kizuna.site.Site;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a record the company gets the batch is made for (R92, R66): all that was done with their
 * patient's cells, by whom and when; not other companies and their batches, not user ids, network
 * addresses and sessions of the site. A digest cannot be recomputed over a text that was cut, so
 * what would have to be cut inside a signed or chained text is left out whole.
 */
final class SponsorCopy {

  /** Stands where something was left out of a text. */
  static final String MARK = "[left out / 省略]";

  /** What a sponsor's copy lacks; the manifest and the README say it. */
  static final List<String> LEFT_OUT =
      List.of(
          "rows/: the stored rows; they hold user ids",
          "user ids: replaced by P1, P2 ... in this copy",
          "bodies of events that name a user, a session or an address",
          "signed contents that name a user or another batch",
          "other companies, their people and their batches",
          "network addresses",
          "the reason of a legal hold");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Texts a digest or a reader's program rests on: kept as they are, or left out whole. */
  private static final Set<String> EXACT = Set.of("id", "hash", "digest", "head", "packageHash");

  /** What people typed: they may name somebody by user id. */
  private static final Set<String> TYPED = Set.of("reason", "comment", "voidReason");

  private static final Pattern BATCH = Pattern.compile("\\bB-\\d{4}-\\d{3,}\\b");
  private static final Pattern COI =
      Pattern.compile("\\b[A-Z][0-9]{4}-[0-9]{2}-[2-9A-HJ-NP-Z]{6}-[0-9A-Z*]");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b(?:opc\\.tcp|https?)://[^\\s\"]+|\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b(?::\\d+)?"
              + "|\\[[0-9a-fA-F:]{3,}](?::\\d+)?");

  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final String client;
  private final String number;
  private final String coi;
  private final Pattern companies;
  private final Pattern users;

  /**
   * @param client whose batch it is; every other client is another company.
   */
  SponsorCopy(
      List<Person> people, List<Site.Client> clients, String client, String number, String coi) {
    people.forEach(p -> this.people.put(p.id().value(), p));
    this.client = client;
    this.number = number;
    this.coi = coi;
    var others =
        clients.stream()
            .filter(c -> !c.id().equals(client))
            .flatMap(c -> List.of(c.id(), c.name().en(), c.name().ja()).stream())
            .toList();
    companies = anyOf(others);
    users = anyOf(List.copyOf(this.people.keySet()));
  }

  private static Pattern anyOf(List<String> words) {
    if (words.isEmpty()) return Pattern.compile("(?!)");
    return Pattern.compile(
        words.stream()
            .map(w -> "(?<![\\p{Alnum}_.-])" + Pattern.quote(w) + "(?![\\p{Alnum}_-])")
            .reduce((a, b) -> a + "|" + b)
            .orElse("(?!)"));
  }

  /** The sponsor's form of the record's JSON. */
  String json(String full) {
    var record = (ObjectNode) JSON.readTree(full);
    record.put("copy", "SPONSOR");
    clean(record);
    if (record.path("retention").path("legalHold") instanceof ObjectNode hold) {
      hold.put("reason", MARK);
    }
    return JSON.writeValueAsString(record);
  }

  /** Whether an event's body may be shown as it was chained. */
  boolean shows(String body) {
    JsonNode event = JSON.readTree(body);
    boolean system = event.path("actor").asString("").startsWith("system:");
    return system && !event.has("session") && !event.has("station") && isClean(event);
  }

  private void clean(ObjectNode object) {
    if (isPerson(object)) {
      alias(object);
      return;
    }
    if (object.path("content").isString() && !isClean(parsed(object.path("content")))) {
      object.remove("content");
    }
    if (object.path("body").isString() && !shows(object.path("body").asString())) {
      excerpt(object);
    }
    for (String name : List.copyOf(object.propertyNames())) {
      JsonNode value = object.path(name);
      if (name.equals("client")) continue; // the reader's own company
      if (value instanceof ObjectNode inner) {
        clean(inner);
      } else if (value instanceof ArrayNode list) {
        clean(list, name);
      } else if (value.isString() && !isKept(name)) {
        object.put(name, text(name, value.asString()));
      }
    }
  }

  private void clean(ArrayNode list, String name) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode value = list.get(i);
      if (value instanceof ObjectNode inner) clean(inner);
      if (value.isString()) list.set(i, list.stringNode(text(name, value.asString())));
    }
  }

  private static boolean isKept(String name) {
    return EXACT.contains(name) || name.equals("content") || name.equals("body");
  }

  private boolean isPerson(ObjectNode object) {
    return object.size() == 2
        && object.path("name").isObject()
        && people.containsKey(object.path("id").asString(""));
  }

  private void alias(ObjectNode actor) {
    String id = actor.path("id").asString();
    actor.put("id", alias(id));
    var person = people.get(id);
    if (person == null || person.maySee(client)) return;
    actor.putObject("name").put("en", MARK).put("ja", MARK); // somebody of another company
  }

  private String alias(String user) {
    return aliases.computeIfAbsent(user, u -> "P" + (aliases.size() + 1));
  }

  /** Instead of the body only what changed and why. */
  private void excerpt(ObjectNode entry) {
    JsonNode event = JSON.readTree(entry.path("body").asString());
    var excerpt = JSON.createObjectNode();
    if (event.path("changes") instanceof ObjectNode changes) {
      for (String field : changes.propertyNames()) {
        var change = excerpt.withObject("/changes").putObject(field);
        for (String side : List.of("before", "after")) {
          JsonNode value = changes.path(field).path(side);
          if (value.isString()) change.put(side, text("reason", value.asString()));
        }
      }
    }
    String reason = event.path("reason").asString("");
    if (!reason.isEmpty()) excerpt.put("reason", text("reason", reason));
    entry.remove("body");
    entry.put("excerpt", JSON.writeValueAsString(excerpt));
  }

  private String text(String name, String text) {
    String cut = replaced(BATCH, text, number);
    cut = replaced(COI, cut, coi);
    cut = replaced(ADDRESS, cut, "");
    cut = replaced(companies, cut, "");
    if (!TYPED.contains(name)) return cut;
    return users.matcher(cut).replaceAll(m -> Matcher.quoteReplacement(alias(m.group())));
  }

  private static String replaced(Pattern pattern, String text, String own) {
    return pattern
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(m.group().equals(own) ? own : MARK));
  }

  private static JsonNode parsed(JsonNode text) {
    return JSON.readTree(text.asString());
  }

  /** Whether nothing in it would have to be left out. */
  private boolean isClean(JsonNode node) {
    if (node.isString()) {
      String text = node.asString();
      return text("reason", text).equals(text);
    }
    for (JsonNode inner : node) {
      if (!isClean(inner)) return false;
    }
    return true;
  }
}
