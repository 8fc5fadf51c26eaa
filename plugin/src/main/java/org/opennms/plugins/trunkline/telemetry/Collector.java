package org.opennms.plugins.trunkline.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;
import org.opennms.plugins.trunkline.telemetry.TelemetryTemplate.Selection;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetrySettings;
import org.opennms.plugins.trunkline.telemetry.settings.Templates;

/**
 * Gathers what there is to say of each device when its time has come: its turns are spread over the
 * interval by its identity. A device that no longer answers, or answers again, is a change of its
 * own. One thread calls {@link #tick}; devices are asked on others.
 */
final class Collector {
  static final String UPTIME = "SNMPv2-MIB::sysUpTime.0";
  private static final double TICKS_PER_SECOND = 100;
  // What is older than so many intervals says nothing of the device as it is now.
  private static final int MOST_INTERVALS = 3;
  private static final Duration LEAST_AGE = Duration.ofMinutes(15);

  private final InterfaceDirectory interfaces;
  private final InterfaceMeters meters;
  private final ObjectReader objects;
  private final TelemetrySink sink;
  private final InstantSource clock;
  private final Executor readers;
  private final Map<NodeKey, Long> turns = new HashMap<>();
  private final Set<NodeKey> underWay = ConcurrentHashMap.newKeySet();
  private final Map<NodeKey, Boolean> answering = new ConcurrentHashMap<>();
  private final AtomicLong late = new AtomicLong();

  /** Over what is known and measured; devices are asked on {@code readers}. */
  Collector(
      InterfaceDirectory interfaces,
      InterfaceMeters meters,
      ObjectReader objects,
      TelemetrySink sink,
      InstantSource clock,
      Executor readers) {
    this.interfaces = interfaces;
    this.meters = meters;
    this.objects = objects;
    this.sink = sink;
    this.clock = clock;
    this.readers = readers;
  }

  /** Turns that came while the device's last one was still under way. */
  long late() {
    return late.get();
  }

  /** Starts the collections that are due. */
  void tick(TelemetrySettings settings) {
    Instant now = clock.instant();
    Map<NodeKey, List<KnownInterface>> devices = devices();
    turns.keySet().retainAll(devices.keySet());
    answering.keySet().retainAll(devices.keySet());
    devices.forEach((node, known) -> visit(node, known, settings, now));
  }

  private Map<NodeKey, List<KnownInterface>> devices() {
    Map<NodeKey, List<KnownInterface>> devices = new LinkedHashMap<>();
    for (KnownInterface known : interfaces.find(InterfaceFilter.ALL)) {
      if (!known.stale()) {
        devices.computeIfAbsent(known.device().key(), k -> new ArrayList<>()).add(known);
      }
    }
    return devices;
  }

  private void visit(
      NodeKey node, List<KnownInterface> known, TelemetrySettings settings, Instant now) {
    KnownInterface first = known.get(0);
    TelemetryTemplate template = Templates.of(settings.templates(), first.device(), first.facts());
    Duration interval = template.interval().orElse(settings.interval());
    long offset = Math.floorMod(spread(node), interval.toMillis());
    long turn = Math.floorDiv(now.toEpochMilli() - offset, interval.toMillis());
    Long before = turns.put(node, turn);
    if (before == null || before == turn) {
      return;
    }
    Selection selection = template.interfaces().orElse(settings.interfaces());
    List<KnownInterface> chosen = known.stream().filter(k -> isChosen(k, selection)).toList();
    if (!chosen.isEmpty()) {
      start(node, chosen, template, interval);
    }
  }

  // Hash codes of names that differ in a digit lie side by side; this drives them apart.
  private static long spread(NodeKey node) {
    return (node.hashCode() * 0x9E3779B97F4A7C15L) >>> 1;
  }

  private static boolean isChosen(KnownInterface known, Selection selection) {
    return switch (selection) {
      case CRITICAL -> known.classification().critical();
      case MONITORED -> known.monitored();
      case ALL -> true;
    };
  }

  private void start(
      NodeKey node, List<KnownInterface> chosen, TelemetryTemplate template, Duration interval) {
    if (!underWay.add(node)) {
      late.incrementAndGet();
      return;
    }
    try {
      readers.execute(
          () -> {
            try {
              sink.collected(collect(chosen, template, interval));
            } finally {
              underWay.remove(node);
            }
          });
    } catch (RejectedExecutionException e) {
      underWay.remove(node);
      late.incrementAndGet();
    }
  }

  private DeviceCollection collect(
      List<KnownInterface> chosen, TelemetryTemplate template, Duration interval) {
    KnownInterface first = chosen.get(0);
    List<String> names = new ArrayList<>(template.objects());
    names.add(UPTIME);
    List<Metric> read = objects.read(first.device(), names);
    noteReach(first, !read.isEmpty());
    Instant now = clock.instant();
    Duration most = longer(interval.multipliedBy(MOST_INTERVALS), LEAST_AGE);
    Optional<Duration> uptime =
        read.stream()
            .filter(m -> m.name().equals(UPTIME) && m.isNumber())
            .findFirst()
            .map(m -> Duration.ofMillis((long) (m.number() / TICKS_PER_SECOND * 1000)));
    return new DeviceCollection(
        first.device(),
        first.facts(),
        now,
        interval,
        uptime,
        chosen.stream().map(k -> metrics(k, now.minus(most))).toList(),
        read.stream().filter(m -> !m.name().equals(UPTIME)).toList(),
        template);
  }

  private InterfaceMetrics metrics(KnownInterface known, Instant oldest) {
    NetworkInterface is = known.networkInterface();
    List<Metric> metrics = new ArrayList<>();
    for (Metric metric : meters.latest(known.key())) {
      if (metric.measured().map(at -> !at.isBefore(oldest)).orElse(true)) {
        metrics.add(metric);
      }
    }
    Set<String> measured = metrics.stream().map(Metric::name).collect(Collectors.toSet());
    List<Metric> discovered = new ArrayList<>();
    discovered.add(Metric.text("ifAdminStatus", is.adminStatus().name()));
    discovered.add(Metric.text("ifOperStatus", is.operStatus().name()));
    if (is.speed() > 0) {
      discovered.add(Metric.gauge("ifSpeed", (double) is.speed(), "bit/s"));
    }
    discovered.stream()
        .filter(m -> !measured.contains(m.name()))
        .forEach(m -> metrics.add(m.measuredAt(known.lastSeen())));
    return new InterfaceMetrics(known, metrics);
  }

  // The first answer after our own start is no change.
  private void noteReach(KnownInterface of, boolean answers) {
    Boolean before = answering.put(of.device().key(), answers);
    if (before == null ? !answers : before != answers) {
      String was = before == null ? "" : state(before);
      sink.changed(
          of.device(),
          of.facts(),
          new StatusChange(
              "snmp-agent",
              "reachability",
              state(answers),
              was,
              clock.instant(),
              List.of("source=snmp")));
    }
  }

  private static String state(boolean reachable) {
    return reachable ? "ONLINE" : "OFFLINE";
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
