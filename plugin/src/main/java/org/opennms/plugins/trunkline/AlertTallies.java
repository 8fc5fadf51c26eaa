package org.opennms.plugins.trunkline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.OpenAlerts;

/**
 * Open alerts as the host's map counts them. The map asks for thousands of nodes and links in a
 * row, so the answers come from an index that is up to a second old, which is how often alerts are
 * judged. Thread-safe.
 */
final class AlertTallies implements OpenAlerts {
  private static final Duration AGE = Duration.ofSeconds(1);

  private final Supplier<List<Alert>> open;
  private final InstantSource clock;
  private volatile Index index = new Index(List.of(), Instant.MIN);

  AlertTallies(Supplier<List<Alert>> open, InstantSource clock) {
    this.open = open;
    this.clock = clock;
  }

  @Override
  public Tally of(NodeKey node) {
    return tally(index().byNode.getOrDefault(node, List.of()));
  }

  @Override
  public Tally of(Collection<InterfaceKey> interfaces) {
    Map<InterfaceKey, List<Alert>> byInterface = index().byInterface;
    // One alert may be of both ends.
    Set<Alert> alerts = Collections.newSetFromMap(new IdentityHashMap<>());
    interfaces.forEach(key -> alerts.addAll(byInterface.getOrDefault(key, List.of())));
    return tally(alerts);
  }

  private Index index() {
    Index last = index;
    Instant now = clock.instant();
    // After a clock was set back, too, it is made anew.
    boolean fresh = !now.isBefore(last.made) && now.isBefore(last.made.plus(AGE));
    if (!fresh) {
      last = new Index(open.get(), now);
      index = last;
    }
    return last;
  }

  private static Tally tally(Collection<Alert> alerts) {
    Level worst = Level.NONE;
    for (Alert alert : alerts) {
      Level level = level(alert.severity());
      worst = level.compareTo(worst) > 0 ? level : worst;
    }
    return new Tally(worst, alerts.size());
  }

  private static Level level(AlertSeverity severity) {
    return switch (severity) {
      case LOW -> Level.WARNING;
      case MEDIUM -> Level.MINOR;
      case HIGH -> Level.MAJOR;
      case CRITICAL -> Level.CRITICAL;
    };
  }

  /** One moment; not changed once it is made. */
  private static final class Index {
    private final Map<NodeKey, List<Alert>> byNode = new HashMap<>();
    private final Map<InterfaceKey, List<Alert>> byInterface = new HashMap<>();
    private final Instant made;

    Index(List<Alert> alerts, Instant made) {
      this.made = made;
      alerts.forEach(this::add);
    }

    private void add(Alert alert) {
      Set<NodeKey> nodes = new HashSet<>();
      Set<InterfaceKey> interfaces = new HashSet<>();
      Stream.concat(Stream.of(alert.subject()), alert.members().stream())
          .forEach(
              subject -> {
                subject.node().ifPresent(nodes::add);
                if (subject instanceof AlertSubject.OfInterface one) {
                  interfaces.add(one.is());
                }
              });
      nodes.forEach(n -> byNode.computeIfAbsent(n, k -> new ArrayList<>()).add(alert));
      interfaces.forEach(i -> byInterface.computeIfAbsent(i, k -> new ArrayList<>()).add(alert));
    }
  }
}
