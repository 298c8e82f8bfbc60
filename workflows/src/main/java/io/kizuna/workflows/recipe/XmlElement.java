package io.kizuna.workflows.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One element of a BPMN file with its line; text is that of the element itself only. */
final class XmlElement {

  final String namespace;
  final String name;
  final int line;
  final Map<String, String> attributes = new LinkedHashMap<>();
  final List<XmlElement> children = new ArrayList<>();
  final StringBuilder text = new StringBuilder();

  XmlElement(String namespace, String name, int line) {
    this.namespace = namespace;
    this.name = name;
    this.line = line;
  }

  /** The attribute, empty if it is not there; foreign ones are named {@code {namespace}name}. */
  String get(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  String id() {
    return get("id");
  }

  String content() {
    return text.toString().strip();
  }

  Stream<XmlElement> children(String childName) {
    return children.stream().filter(c -> c.name.equals(childName));
  }

  Optional<XmlElement> child(String childName) {
    return children(childName).findFirst();
  }

  /** This element and everything in it, in the order of the file. */
  Stream<XmlElement> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
  }
}
