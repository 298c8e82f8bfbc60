package io.kizuna.workflows.recipe;

import java.io.StringReader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a YAML file into nodes only: nothing is constructed, no tag, no alias, bounded depth and
 * length.
 */
final class YamlFile {

  private static final int DEPTH_MAX = 20;
  private static final int LENGTH_MAX = 1_000_000;

  private static final Set<Tag> PLAIN =
      Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP);

  private YamlFile() {}

  /** The mapping the file consists of; an empty one after a fault. */
  static YamlMap read(String file, String text, Faults faults) {
    MappingNode root = compose(file, text, faults);
    return root == null ? new YamlMap(file, 1, faults) : new YamlMap(file, root, faults);
  }

  private static @Nullable MappingNode compose(String file, String text, Faults faults) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEPTH_MAX);
    options.setCodePointLimit(LENGTH_MAX);
    options.setAllowDuplicateKeys(false);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (!(root instanceof MappingNode mapping)) {
        faults.add(file, 1, "the file must be a mapping of keys");
        return null;
      }
      plain(root, file, faults, Collections.newSetFromMap(new IdentityHashMap<>()));
      return mapping;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      faults.add(file, line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      faults.add(file, 1, "not YAML: " + e.getMessage());
    }
    return null;
  }

  private static void plain(Node node, String file, Faults faults, Set<Node> seen) {
    if (!seen.add(node)) {
      faults.add(file, YamlMap.line(node), "aliases are not allowed");
      return;
    }
    if (!PLAIN.contains(node.getTag())) {
      faults.add(file, YamlMap.line(node), "tags are not allowed", node.getTag().getValue(), null);
    }
    if (node instanceof MappingNode mapping) {
      mapping
          .getValue()
          .forEach(
              t -> {
                plain(t.getKeyNode(), file, faults, seen);
                plain(t.getValueNode(), file, faults, seen);
              });
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(n -> plain(n, file, faults, seen));
    }
  }
}
