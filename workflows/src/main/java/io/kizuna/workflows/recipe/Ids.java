package io.kizuna.workflows.recipe;

import java.util.regex.Pattern;

/** How things are named in a recipe; the names stand in signed records for ever. */
final class Ids {

  /** A parameter, a scan: also a variable of formulas. */
  static final Pattern NAME = Pattern.compile("(?!true$|false$)[a-z][a-z0-9_]{0,59}");

  /** A role of equipment, a material, a container. */
  static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,59}");

  /** A BPMN element. */
  static final Pattern ELEMENT =
      Pattern.compile(
          "(start|user|service|gw|timer|msg|cond|err|end|call|sub|flow)_[a-z0-9]+(_[a-z0-9]+)*");

  static final Pattern STEP = Pattern.compile("user_[a-z0-9]+(_[a-z0-9]+)*");
  static final Pattern COMMAND = Pattern.compile("service_[a-z0-9]+(_[a-z0-9]+)*");
  static final Pattern PROCESS = Pattern.compile("(up|proc)-[a-z0-9]+(-[a-z0-9]+)*");
  static final Pattern UNIT_PROCEDURE = Pattern.compile("up-[a-z0-9]+(-[a-z0-9]+)*");
  static final Pattern HOLD_TIME = Pattern.compile("HT-[0-9]{2}[A-Z]?");
  static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+){1,2}");
  static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+){0,3}[a-z]?");

  /** The id and its form; longer ones do not fit the record's columns. */
  private static final int LENGTH_MAX = 80;

  private Ids() {}

  static String of(YamlMap map, String key, Pattern form, Faults faults) {
    String id = map.text(key);
    if (!id.isEmpty() && (!form.matcher(id).matches() || id.length() > LENGTH_MAX)) {
      faults.add(map.place(key), "not of the form of an id", id, form.pattern());
    }
    return id;
  }
}
