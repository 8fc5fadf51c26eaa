package org.opennms.plugins.trunkline.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkSource;

/**
 * What topology knows of links now, as readings: a neighbour that was announced over an interface
 * and no longer is, is lost, until another is. For one thread.
 */
public final class NeighbourReadings {
  private final Function<InterfaceKey, Optional<KnownInterface>> interfaces;
  private final Consumer<Reading> to;
  private Map<InterfaceKey, String> before = Map.of();
  private boolean looked;

  /**
   * Nothing seen yet.
   *
   * @param interfaces those that are monitored
   * @param to takes readings, must not wait
   */
  public NeighbourReadings(
      Function<InterfaceKey, Optional<KnownInterface>> interfaces, Consumer<Reading> to) {
    this.interfaces = interfaces;
    this.to = to;
  }

  /** Compares with the look before; the first look loses nothing. */
  public void look(List<Link> links, Instant now) {
    Map<InterfaceKey, String> seen = new HashMap<>();
    for (Link link : links) {
      if (link.sources().stream().anyMatch(LinkSource::isAnnouncement)) {
        add(seen, link.a(), link.b());
        add(seen, link.b(), link.a());
      }
    }
    seen.forEach(
        (key, neighbour) -> {
          // What was there before a restart may have been lost then.
          if (!looked || !before.containsKey(key)) {
            tell(key, neighbour, true, now);
          }
        });
    before.forEach(
        (key, neighbour) -> {
          if (!seen.containsKey(key)) {
            tell(key, neighbour, false, now);
          }
        });
    before = seen;
    looked = looked || !seen.isEmpty();
  }

  private void tell(InterfaceKey of, String neighbour, boolean present, Instant now) {
    interfaces
        .apply(of)
        .ifPresent(known -> to.accept(new Reading.Neighbour(known, now, neighbour, present)));
  }

  private static void add(Map<InterfaceKey, String> seen, LinkEnd end, LinkEnd other) {
    String neighbour = (other.device() + " " + other.port()).strip();
    end.interfaceKey().ifPresent(key -> seen.putIfAbsent(key, neighbour));
  }
}
