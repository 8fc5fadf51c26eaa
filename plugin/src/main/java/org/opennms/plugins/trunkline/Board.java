package org.opennms.plugins.trunkline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.config.LiveSettings;
import org.opennms.plugins.trunkline.config.PartSwitch;
import org.opennms.plugins.trunkline.config.WatchedFile;
import org.opennms.plugins.trunkline.inventory.InventoryPart;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory.Summary;
import org.opennms.plugins.trunkline.operations.StatusBoard;

/** Gathers how the parts are. Thread-safe. */
final class Board implements StatusBoard {
  private final String version;
  private final Supplier<String> hostVersion;
  private final InstantSource clock;
  private final Instant started;
  private final LiveSettings settings;
  private final List<WatchedFile<?>> files;
  private final InventoryPart inventory;
  private final Map<PartSwitch, LaterPart> later;

  Board(
      String version,
      Supplier<String> hostVersion,
      InstantSource clock,
      LiveSettings settings,
      List<WatchedFile<?>> files,
      InventoryPart inventory,
      List<LaterPart> later) {
    this.version = version;
    this.hostVersion = hostVersion;
    this.clock = clock;
    this.started = clock.instant();
    this.settings = settings;
    this.files = List.copyOf(files);
    this.inventory = inventory;
    this.later = later.stream().collect(Collectors.toMap(LaterPart::part, Function.identity()));
  }

  @Override
  public Status status() {
    List<Part> parts = new ArrayList<>();
    for (PartSwitch part : PartSwitch.values()) {
      parts.add(part(part));
    }
    Duration uptime = Duration.between(started, clock.instant());
    return new Status(version, hostVersion.get(), started, uptime, configuration(), parts);
  }

  private Part part(PartSwitch part) {
    if (part != PartSwitch.DISCOVERY && !later.containsKey(part)) {
      return new Part(part.spelling(), State.ABSENT, "not in this version");
    }
    if (!settings.get().isOn(part)) {
      return new Part(part.spelling(), State.OFF, part.key().key() + " is false");
    }
    return part == PartSwitch.DISCOVERY ? discovery() : later.get(part).status();
  }

  private Part discovery() {
    Summary summary = inventory.inventory().summary();
    Optional<DiscoveryRun> last = inventory.discovery().runs().stream().findFirst();
    String known =
        summary.interfaces()
            + " interfaces of "
            + summary.nodes()
            + " nodes, "
            + summary.monitored()
            + " monitored";
    String cap = summary.monitoredCapReached() ? "; monitored.cap is reached" : "";
    String waits = inventory.unwritten() > 0 ? "; " + inventory.unwritten() + " unwritten" : "";
    long withheld = inventory.withheldEvents();
    String events = withheld > 0 ? "; " + withheld + " classificationChanged not sent" : "";
    String run = last.map(Board::words).orElse("; no run yet");
    boolean degraded =
        summary.monitoredCapReached()
            || !inventory.overrides().isLoaded()
            || last.map(r -> !r.message().isEmpty() && r.failed() > 0).orElse(false);
    return new Part(
        PartSwitch.DISCOVERY.spelling(),
        degraded ? State.DEGRADED : State.OK,
        known + cap + waits + events + run);
  }

  private static String words(DiscoveryRun run) {
    String message = run.message().isEmpty() ? "" : ". " + run.message();
    return switch (run.state()) {
      case RUNNING -> "; a run has " + run.remaining() + " of " + run.total() + " to go";
      case DONE -> "; last run: " + run.failed() + " of " + run.total() + " failed" + message;
      case CANCELLED -> "; last run was cancelled";
      case FAILED -> "; last run failed" + message;
    };
  }

  private String configuration() {
    List<String> refused = new ArrayList<>();
    settings.state().problems().forEach(p -> refused.add(p.toString()));
    files.forEach(f -> f.problems().forEach(p -> refused.add(p.toString())));
    String inForce = "in force since " + settings.state().since().truncatedTo(ChronoUnit.SECONDS);
    return refused.isEmpty()
        ? inForce
        : inForce + "; a later edit was refused: " + String.join(" | ", refused);
  }
}
