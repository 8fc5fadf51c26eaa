package org.opennms.plugins.trunkline.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A neighbour that is no node: something to add, to ignore, or to look for.
 *
 * @param id lasting: of its chassis id, else its address, else the port it is seen on
 * @param announced what it says of itself, from the latest sighting, completed by the others
 * @param seenFrom the ports that see it, sorted
 * @param candidates nodes between which it could not be decided; empty where none fits
 * @param firstSeen by any port
 * @param lastSeen by any port
 */
public record Orphan(
    String id,
    Announcement announced,
    List<SeenFrom> seenFrom,
    List<NodeKey> candidates,
    Instant firstSeen,
    Instant lastSeen) {
  /**
   * Where it is seen.
   *
   * @param local the own port
   * @param source what told of it
   * @param remotePort its port as announced; may be empty
   */
  public record SeenFrom(LinkEnd local, LinkSource source, String remotePort) {
    /** Rejects missing parts. */
    public SeenFrom {
      Objects.requireNonNull(local, "local");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(remotePort, "remotePort");
    }
  }

  /** Copies the lists and rejects missing parts. */
  public Orphan {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(announced, "announced");
    Objects.requireNonNull(firstSeen, "firstSeen");
    Objects.requireNonNull(lastSeen, "lastSeen");
    seenFrom = List.copyOf(seenFrom);
    candidates = List.copyOf(candidates);
  }

  /** What to call it: its name, else its chassis id, else its address, else its id. */
  public String label() {
    if (!announced.name().isEmpty()) {
      return announced.name();
    }
    if (!announced.chassisId().isEmpty()) {
      return announced.chassisId();
    }
    return announced.addresses().isEmpty() ? id : announced.addresses().get(0);
  }
}
