package io.kizuna.simulator.crew;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A problem document of the MES or of the simulator (RFC 9457) as an exception. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final int status;
  final String code;
  private final transient JsonNode document;

  Refusal(String request, int status, JsonNode document) {
    super(worded(request, status, document));
    this.status = status;
    this.code = Json.text(document, "code");
    this.document = document;
  }

  /** Its own code and those of its faults. */
  List<String> codes() {
    var codes = new ArrayList<String>();
    codes.add(code);
    document.path("faults").forEach(f -> codes.add(Json.text(f, "code")));
    return codes;
  }

  /** What the system said, without the request. */
  String said() {
    return worded("", status, document).strip();
  }

  private static String worded(String request, int status, JsonNode document) {
    var text = new StringBuilder(request).append(" -> ").append(status);
    append(text, document);
    if (Json.text(document, "code").isEmpty()) {
      text.append(' ').append(Json.text(document, "title"));
      text.append(' ').append(Json.text(document, "detail"));
    }
    for (JsonNode fault : document.path("faults")) {
      text.append("; ");
      for (String field : List.of("parameter", "scan", "field", "file")) {
        String name = Json.text(fault, field);
        if (!name.isEmpty()) text.append(name).append(':');
      }
      append(text, fault);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, JsonNode refusal) {
    text.append(' ').append(Json.text(refusal, "code"));
    text.append(' ').append(Json.text(refusal, "rule"));
    String value = Json.text(refusal, "value");
    String needed = Json.text(refusal, "needed");
    if (!value.isEmpty()) text.append(" is: ").append(value);
    if (!needed.isEmpty()) text.append(" needed: ").append(needed);
  }
}
