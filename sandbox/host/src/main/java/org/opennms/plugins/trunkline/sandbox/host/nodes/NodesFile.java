package org.opennms.plugins.trunkline.sandbox.host.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.sandbox.host.storage.Json;

/**
 * The file that says which nodes there are. It is read again when its time, size or identity
 * changed; whoever writes it should replace it by a rename, else a half-written file is reported
 * and read again.
 */
final class NodesFile {

  private final Path path;
  private Object lastSeen;

  NodesFile(Path path) {
    this.path = path;
  }

  /** The nodes, if the file changed since the last successful call; a missing file has none. */
  Optional<List<NodeSpec>> readIfChanged() throws IOException {
    Object now = fingerprint();
    if (now.equals(lastSeen)) {
      return Optional.empty();
    }
    List<NodeSpec> nodes = Files.exists(path) ? read() : List.of();
    lastSeen = now;
    return Optional.of(nodes);
  }

  private List<NodeSpec> read() throws IOException {
    Content content = Json.read(path, Content.class);
    if (content.nodes() == null) {
      throw new IOException(path + " has no list 'nodes'");
    }
    Set<String> identities = new HashSet<>();
    for (NodeSpec node : content.nodes()) {
      if (node == null || node.label() == null) {
        throw new IOException(path + " has a node without 'label'");
      }
      if (!identities.add(node.identity())) {
        throw new IOException(path + " has two nodes '" + node.identity() + "'");
      }
    }
    return content.nodes();
  }

  private Object fingerprint() throws IOException {
    if (!Files.exists(path)) {
      return "absent";
    }
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    return List.of(
        attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
  }

  private record Content(List<NodeSpec> nodes) {}
}
