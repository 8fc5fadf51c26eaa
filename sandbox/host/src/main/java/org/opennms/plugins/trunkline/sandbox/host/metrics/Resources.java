package org.opennms.plugins.trunkline.sandbox.host.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.SnmpInterface;

/** Nodes and the archives of their interfaces, by the ids that the host gives them. Thread-safe. */
final class Resources {
  private static final Pattern ID =
      Pattern.compile("(?:node|nodeSource)\\[(.+?)]\\.interfaceSnmp\\[(.+)]");

  private final Supplier<List<Node>> nodes;
  private final Path directory;

  Resources(Supplier<List<Node>> nodes, Path directory) {
    this.nodes = nodes;
    this.directory = directory;
  }

  /** The node that an id or {@code FS:FID} means. */
  Optional<Node> node(String criteria) {
    return nodes.get().stream()
        .filter(node -> criteria.equals(key(node)) || criteria.equals(node.getId().toString()))
        .findFirst();
  }

  /** {@code FS:FID}, or the id of a node that was discovered. */
  static String key(Node node) {
    return node.getForeignSource() == null
        ? node.getId().toString()
        : node.getForeignSource() + ":" + node.getForeignId();
  }

  /** The labels of the node's interfaces that are collected. */
  List<String> labels(Node node) throws IOException {
    return Archive.labels(directory.resolve(node.getLabel()));
  }

  /** The ifName that the host stored beside a label; empty where it is not known. */
  static String ifName(Node node, String label) {
    return node.getSnmpInterfaces().stream()
        .map(SnmpInterface::getIfName)
        .filter(name -> name != null && isOf(name, label))
        .findFirst()
        .orElse("");
  }

  private static boolean isOf(String ifName, String label) {
    String name = ifName.replaceAll("[^A-Za-z0-9]", "_");
    return label.startsWith(name) && label.substring(name.length()).matches("(-[0-9a-f]{12})?");
  }

  /** The archive behind a resource id. */
  Optional<Archive> archive(String resourceId) throws IOException {
    Matcher id = ID.matcher(resourceId);
    if (!id.matches() || id.group(2).contains("/")) {
      return Optional.empty();
    }
    Optional<Path> file =
        node(id.group(1)).map(node -> directory.resolve(node.getLabel()).resolve(id.group(2)));
    return file.isPresent() && Files.isRegularFile(file.get())
        ? Optional.of(Archive.read(file.get()))
        : Optional.empty();
  }
}
