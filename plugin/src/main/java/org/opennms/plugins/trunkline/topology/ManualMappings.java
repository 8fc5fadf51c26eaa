package org.opennms.plugins.trunkline.topology;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.Reason;

/** What operators know better. Immutable. */
final class ManualMappings {
  static final ManualMappings NONE = new ManualMappings(List.of(), Instant.EPOCH);

  private static final Reason OPERATOR =
      new Reason("manual", "an operator says so", Evidence.MANUAL);

  private final List<ManualMapping> all;
  private final Instant since;
  private final Map<String, NodeKey> identities = new HashMap<>();

  ManualMappings(List<ManualMapping> mappings, Instant since) {
    all = List.copyOf(mappings);
    this.since = since;
    for (ManualMapping mapping : all) {
      if (mapping instanceof ManualMapping.Identity identity) {
        identities.put(identity.orphan(), identity.node());
      }
    }
  }

  /** The links that an operator drew from this node. */
  List<Sight> sights(NodeKey local) {
    return onPorts(local).stream()
        .map(
            mapping ->
                new Sight(
                    local,
                    new Observation(
                        new LocalPort(
                            Optional.of(mapping.local()), mapping.local().name(), "manual"),
                        LinkSource.MANUAL,
                        Announced.port(Identifiers.portWords(mapping.port())),
                        Optional.of(mapping.node())),
                    since,
                    since,
                    Instant.MAX))
        .toList();
  }

  private List<ManualMapping.OnPort> onPorts(NodeKey local) {
    return all.stream()
        .filter(ManualMapping.OnPort.class::isInstance)
        .map(ManualMapping.OnPort.class::cast)
        .filter(mapping -> mapping.local().node().equals(local))
        .toList();
  }

  /** Maps the orphans that an operator knows. */
  void complete(NodeKey local, Collection<Sight> sights, Predicate<NodeKey> exists) {
    for (Sight sight : sights) {
      NodeKey node = identities.get(sight.orphan());
      if (node != null && exists.test(node)) {
        sight.conclude(node, OPERATOR);
      }
    }
    for (ManualMapping.OnPort mapping : onPorts(local)) {
      if (exists.test(mapping.node())) {
        completePort(mapping, sights);
      }
    }
  }

  /** Where two strangers are on the port, nobody said which of them it is. */
  private static void completePort(ManualMapping.OnPort mapping, Collection<Sight> sights) {
    List<Sight> strangers =
        sights.stream()
            .filter(s -> !s.orphan().isEmpty())
            .filter(s -> s.seen.local().key().filter(mapping.local()::equals).isPresent())
            .toList();
    if (strangers.stream().map(Sight::orphan).distinct().count() == 1) {
      strangers.forEach(sight -> sight.conclude(mapping.node(), OPERATOR));
    }
  }
}
