package org.opennms.plugins.trunkline.telemetry;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;
import org.opennms.plugins.trunkline.telemetry.delivery.Pump;
import org.opennms.plugins.trunkline.telemetry.outbox.Draft;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetrySettings;
import org.opennms.plugins.trunkline.telemetry.transport.TransportFactory;
import org.opennms.plugins.trunkline.wire.KeyFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part, put together. It is off until the settings name a way out; new settings end the export
 * and begin another over the same outbox. {@link #tick} is called every second by one thread; the
 * sink may be called by any.
 */
public final class TelemetryPart implements TelemetrySink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TelemetryPart.class);
  private static final int READERS = 8;
  private static final int MOST_WAITING = 2000;
  private static final int IDLE_SECONDS = 60;

  private final Needs needs;
  private final InstantSource clock;
  private final Collector collector;
  private final ThreadPoolExecutor readers;
  private final Desk desk;
  private final Turnstile turnstile = new Turnstile();
  private final Set<String> stalled = ConcurrentHashMap.newKeySet();
  private TelemetrySettings inForce = TelemetrySettings.OFF;
  private List<String> brought = List.of();
  private Instant since;
  private Instant retryAt = Instant.MIN;
  private volatile Optional<Export> export = Optional.empty();
  private volatile String problem = "";

  /**
   * What the part needs of others.
   *
   * @param on the part's switch
   * @param settings in force
   * @param etc {@code etc/trunkline/}
   * @param home below which the outbox lies by default
   * @param data the container's own data, where it must not lie
   * @param version of the plugin
   * @param vault secrets
   * @param interfaces what is known
   * @param meters what is measured
   * @param objects reads devices
   * @param factories transports of other bundles
   * @param watch is told of stalls
   * @param threads makes threads
   */
  public record Needs(
      BooleanSupplier on,
      Supplier<TelemetrySettings> settings,
      Path etc,
      Path home,
      Path data,
      String version,
      SecretVault vault,
      InterfaceDirectory interfaces,
      InterfaceMeters meters,
      ObjectReader objects,
      Supplier<List<TransportFactory>> factories,
      TelemetryWatch watch,
      ThreadFactory threads) {}

  /** Off until the first tick. */
  public TelemetryPart(Needs needs, InstantSource clock) {
    this.needs = needs;
    this.clock = clock;
    since = clock.instant();
    readers =
        new ThreadPoolExecutor(
            READERS,
            READERS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            needs.threads());
    readers.allowCoreThreadTimeOut(true);
    collector =
        new Collector(needs.interfaces(), needs.meters(), needs.objects(), this, clock, readers);
    desk = new Desk(() -> export, this::condition, needs.settings(), clock);
  }

  /** What operators ask and steer. */
  public TelemetryDesk desk() {
    return desk;
  }

  @Override
  public void collected(DeviceCollection collection) {
    pass(e -> e.drafts().of(collection).forEach(d -> submit(e, d)));
  }

  @Override
  public void alarm(Device device, DeviceFacts facts, TelemetryAlarm alarm) {
    Instant now = clock.instant();
    pass(e -> submit(e, e.drafts().of(device, facts, alarm, now)));
  }

  @Override
  public void alarm(TelemetryAlarm alarm) {
    Instant now = clock.instant();
    pass(e -> submit(e, e.drafts().of(alarm, now)));
  }

  @Override
  public void changed(Device device, DeviceFacts facts, StatusChange change) {
    pass(e -> submit(e, e.drafts().of(device, facts, change)));
  }

  /**
   * Follows the settings, starts collections, looks after keys and stalls. May block on the disk.
   */
  public synchronized void tick() {
    Instant now = clock.instant();
    follow(now);
    turnstile.letGoOn();
    export.ifPresent(
        e -> {
          rotate(e, now);
          collector.tick(inForce);
          watch(e, now);
        });
  }

  @Override
  public synchronized void close() {
    readers.shutdownNow();
    export.ifPresent(Export::close);
    export = Optional.empty();
  }

  private void pass(Consumer<Export> work) {
    turnstile.pass(() -> export.ifPresent(work));
  }

  private static void submit(Export export, Draft draft) {
    // The outbox counts what it refuses and declares it to receivers.
    var unused = export.outbox().submit(draft);
  }

  private void follow(Instant now) {
    TelemetrySettings wanted = needs.on().getAsBoolean() ? needs.settings().get() : null;
    List<String> offered =
        needs.factories().get().stream()
            .map(f -> f.name() + " " + f.revision(needs.etc()))
            .toList();
    boolean changed = !Objects.equals(wanted, inForce) || !offered.equals(brought);
    boolean again = !problem.isEmpty() && !now.isBefore(retryAt);
    if (!changed && !again) {
      return;
    }
    problem = "";
    inForce = wanted;
    brought = offered;
    since = now;
    stalled.clear();
    turnstile.change(
        () -> {
          export.ifPresent(Export::close);
          export = Optional.empty();
          if (wanted != null) {
            begin(wanted, now);
          }
        });
  }

  private void begin(TelemetrySettings settings, Instant now) {
    try {
      export = new ExportBuilder(needs, settings, clock).build();
      export.ifPresent(e -> LOG.info("Telemetry is exported as {}", settings.agent()));
    } catch (KeyFileException | IllegalArgumentException e) {
      problem = String.valueOf(e.getMessage());
      retryAt = now.plusSeconds(IDLE_SECONDS);
      LOG.error("Telemetry is not exported: {}", problem);
    }
  }

  private void rotate(Export running, Instant now) {
    try {
      if (running.keys().tick(now)) {
        String id = running.keys().current().verifyingKey().keyId();
        LOG.info("Telemetry is signed with the new key {} from now on", id);
      }
    } catch (KeyFileException e) {
      problem = e.getMessage();
    }
  }

  private void watch(Export running, Instant now) {
    for (Pump pump : running.pumps()) {
      boolean is = running.isStalled(pump, inForce.stalledAfter(), now, since);
      if (is && stalled.add(pump.name())) {
        LOG.warn("Telemetry by {} has stalled: {}", pump.name(), pump.status().detail());
        needs.watch().stalled(pump.name(), pump.status().detail());
      } else if (!is && stalled.remove(pump.name())) {
        needs.watch().recovered(pump.name());
      }
    }
  }

  private Desk.Condition condition() {
    return new Desk.Condition(problem, new ArrayList<>(stalled));
  }
}
