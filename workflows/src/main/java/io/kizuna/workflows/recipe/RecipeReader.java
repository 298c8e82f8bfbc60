package io.kizuna.workflows.recipe;

import io.kizuna.kernel.Text;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.EquipmentCommand;
import io.kizuna.recipe.HoldTime;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.MasterBatchRecord.EquipmentRequirement;
import io.kizuna.recipe.MasterBatchRecord.MaterialRequirement;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.UnitProcedure;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the YAML files of a package into the model; see docs/recipe-package.md. */
final class RecipeReader {

  static final String RECIPE = "recipe.yaml";

  private static final List<String> LANGUAGES = List.of("en", "ja");
  private static final Set<Role> PERFORMERS =
      EnumSet.of(Role.OPERATOR, Role.LOGISTICS, Role.QC_ANALYST, Role.SUPERVISOR, Role.QA);
  private static final Set<Step.SignatureMeaning> MEANINGS =
      EnumSet.of(
          Step.SignatureMeaning.PERFORMED,
          Step.SignatureMeaning.REVIEWED,
          Step.SignatureMeaning.APPROVED);

  private final PackageFiles files;
  private final Faults faults;
  private final Places places;
  private final Map<String, Map<String, Text>> elementNames = new LinkedHashMap<>();

  RecipeReader(PackageFiles files, Faults faults, Places places) {
    this.files = files;
    this.faults = faults;
    this.places = places;
  }

  MasterBatchRecord read() {
    if (!files.files().containsKey(RECIPE)) faults.add(RECIPE, 1, "the file is missing");
    YamlMap map = YamlFile.read(RECIPE, files.text(RECIPE, faults), faults);
    List<String> languages = map.texts("languages");
    if (!languages.equals(LANGUAGES)) {
      faults.add(map.place("languages"), "languages", languages.toString(), LANGUAGES.toString());
    }
    String procedure = Ids.of(map, "procedure", Ids.PROCESS, faults);
    elementNames.put(procedure, names(map));
    var recipe =
        new MasterBatchRecord(
            Ids.of(map, "product", Ids.WORD, faults),
            Ids.of(map, "version", Ids.VERSION, faults),
            map.bilingual("name"),
            procedure,
            languages,
            map.list("equipment", this::equipment),
            map.list("materials", this::material),
            unitProcedures(map));
    map.done();
    if (!("proc-" + recipe.product()).equals(procedure)) {
      faults.add(map.place("procedure"), "procedure", procedure, "proc-" + recipe.product());
    }
    return recipe;
  }

  /** Names the package gives to BPMN elements that are neither step, command nor call. */
  Map<String, Text> elementNames(String process) {
    return elementNames.getOrDefault(process, Map.of());
  }

  private List<UnitProcedure> unitProcedures(YamlMap map) {
    List<String> ids = map.texts("unitProcedures");
    if (ids.isEmpty()) faults.add(map.place("unitProcedures"), "no unit procedure", null, "up-...");
    var unread = new TreeSet<>(files.files().keySet());
    unread.removeIf(f -> f.equals(RECIPE) || f.endsWith(".bpmn"));
    var list =
        ids.stream()
            .distinct()
            .filter(id -> known(map, id, unread))
            .map(id -> unitProcedure(id, id + ".yaml"))
            .toList();
    unread.forEach(f -> faults.add(f, 1, "the file belongs to no unit procedure of recipe.yaml"));
    return list;
  }

  private boolean known(YamlMap map, String id, Set<String> unread) {
    if (!Ids.UNIT_PROCEDURE.matcher(id).matches()) {
      faults.add(map.place("unitProcedures"), "not of the form of an id", id, "up-<name>");
      return false;
    }
    if (unread.remove(id + ".yaml")) return true;
    faults.add(map.place("unitProcedures"), "the file is missing", id + ".yaml", null);
    return false;
  }

  private UnitProcedure unitProcedure(String id, String file) {
    YamlMap map = YamlFile.read(file, files.text(file, faults), faults);
    if (!map.text("id").equals(id)) faults.add(map.place("id"), "id", map.optional("id"), id);
    elementNames.put(id, names(map));
    var unit =
        new UnitProcedure(
            id,
            map.text("number"),
            map.bilingual("title"),
            map.list("steps", this::step),
            map.list("holdTimes", this::holdTime),
            map.list("commands", this::command));
    map.done();
    return places.put(unit, map.place());
  }

  private static Map<String, Text> names(YamlMap map) {
    return map.map(
        "elements",
        m -> {
          var names = new LinkedHashMap<String, Text>();
          m.keys().forEach(k -> names.put(k, m.bilingual(k)));
          return names;
        });
  }

  private EquipmentRequirement equipment(YamlMap map) {
    var role =
        new EquipmentRequirement(
            Ids.of(map, "role", Ids.WORD, faults),
            Ids.of(map, "class", Ids.WORD, faults),
            map.bilingual("name"));
    return places.put(role, map.place());
  }

  private MaterialRequirement material(YamlMap map) {
    var material =
        new MaterialRequirement(
            Ids.of(map, "id", Ids.WORD, faults), map.bilingual("name"), map.texts("attributes"));
    return places.put(material, map.place());
  }

  private Step step(YamlMap map) {
    var parameters = new ParameterReader(faults, places);
    Role performer = map.word("performer", Role.class);
    if (!PERFORMERS.contains(performer)) {
      faults.add(map.place("performer"), "this role performs no steps", performer.name(), null);
    }
    var meaning = map.optionalWord("signature", Step.SignatureMeaning.class);
    if (meaning != null && !MEANINGS.contains(meaning)) {
      faults.add(map.place("signature"), "no performer signs with it", meaning.name(), "performed");
    }
    var step =
        new Step(
            Ids.of(map, "id", Ids.STEP, faults),
            Ids.of(map, "number", Ids.NUMBER, faults),
            map.bilingual("operation"),
            map.bilingual("title"),
            map.bilinguals("instructions"),
            map.optionalBilingual("caution"),
            performer,
            map.word("verification", Step.Verification.class),
            meaning,
            map.list("identityScans", this::identityScan),
            map.texts("equipment"),
            map.list("parameters", parameters::read),
            map.list("liveTags", this::liveTag),
            map.words("routing"));
    if (step.instructions().isEmpty()) {
      faults.add(map.place(), "a step without instructions", step.id(), "instructions");
    }
    return places.put(step, map.place());
  }

  private Step.IdentityScan identityScan(YamlMap map) {
    var scan =
        new Step.IdentityScan(
            Ids.of(map, "id", Ids.NAME, faults),
            map.bilingual("name"),
            Ids.of(map, "container", Ids.WORD, faults));
    return places.put(scan, map.place());
  }

  private Step.TagReference liveTag(YamlMap map) {
    return places.put(new Step.TagReference(map.text("equipment"), map.text("tag")), map.place());
  }

  private HoldTime holdTime(YamlMap map) {
    var time =
        new HoldTime(
            Ids.of(map, "id", Ids.HOLD_TIME, faults),
            map.bilingual("name"),
            map.text("start"),
            map.text("stop"),
            map.duration("warnAfter"),
            map.duration("normal"),
            map.optionalDuration("reject"));
    boolean late = time.warnAfter().compareTo(time.normal()) > 0;
    if (late || (time.reject() != null && time.reject().compareTo(time.normal()) < 0)) {
      faults.add(map.place(), "a hold time warns, then alerts, then rejects", time.id(), null);
    }
    return places.put(time, map.place());
  }

  private EquipmentCommand command(YamlMap map) {
    var command =
        new EquipmentCommand(
            Ids.of(map, "id", Ids.COMMAND, faults),
            map.bilingual("name"),
            map.text("equipment"),
            map.word("action", EquipmentCommand.Action.class),
            map.optional("program"),
            map.texts("expectedStates"),
            map.words("setPoints"));
    boolean needsProgram =
        command.action() == EquipmentCommand.Action.LOAD_PROGRAM
            || command.action() == EquipmentCommand.Action.START_PROGRAM;
    if (needsProgram && command.program() == null) {
      faults.add(map.place(), "the action needs a program", command.id(), "program");
    }
    return places.put(command, map.place());
  }
}
