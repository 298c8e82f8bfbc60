package io.kizuna.simulator.crew;

import tools.jackson.databind.JsonNode;

/** Another patient: of a real batch if there is one, else well-formed but nobody's. */
final class Foreign {
  private static final String MOD_37 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

  private Foreign() {}

  static String coi(BatchRun run) {
    for (JsonNode b : Mes.batches(run.crew().staff().reviewer()).path("batches")) {
      String coi = Json.text(b, "coi");
      if (coi.isEmpty()) coi = Json.text(b.path("header"), "coi");
      if (!coi.isEmpty() && !coi.equals(run.order().coi())) return coi;
    }
    return neighbour(run.order().coi());
  }

  /** One character changed and the check character made right again. */
  static String neighbour(String coi) {
    int at = coi.length() - 3;
    char changed = coi.charAt(at) == 'K' ? 'M' : 'K';
    String head = coi.substring(0, at) + changed;
    return head + "-" + check(head);
  }

  /** ISO 7064 Mod 37,2; hyphens do not count. */
  private static char check(String head) {
    int sum = 0;
    for (char c : head.toCharArray()) {
      if (c != '-') sum = (sum + MOD_37.indexOf(c)) * 2 % 37;
    }
    return MOD_37.charAt((38 - sum) % 37);
  }
}
