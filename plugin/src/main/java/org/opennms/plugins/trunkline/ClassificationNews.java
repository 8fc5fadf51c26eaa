package org.opennms.plugins.trunkline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.opennms.plugins.trunkline.alert.Reading;
import org.opennms.plugins.trunkline.inventory.DeviceEvents;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;

/** Tells the host what happened to a device, and the alerts what became of its interfaces. */
final class ClassificationNews implements DeviceEvents {
  // What was found just now is judged again when its neighbours are known; that is no change.
  private static final Duration LEARNED = Duration.ofHours(1);

  private final DeviceEvents host;
  private final InstantSource clock;
  private volatile Function<InterfaceKey, Optional<KnownInterface>> known = key -> Optional.empty();
  private volatile Consumer<Reading> alerts = reading -> {};

  ClassificationNews(DeviceEvents host, InstantSource clock) {
    this.host = host;
    this.clock = clock;
  }

  /** The alerts are made after the inventory. */
  void to(Function<InterfaceKey, Optional<KnownInterface>> interfaces, Consumer<Reading> readings) {
    known = interfaces;
    alerts = readings;
  }

  @Override
  public void restarted(Device device, long uptimeSeconds) {
    host.restarted(device, uptimeSeconds);
  }

  @Override
  public void identityChanged(Device device, String object, String before, String now) {
    host.identityChanged(device, object, before, now);
  }

  @Override
  public void classificationChanged(
      Device device, InterfaceKey key, Classification before, Classification now) {
    host.classificationChanged(device, key, before, now);
    known
        .apply(key)
        .filter(k -> !clock.instant().isBefore(k.firstSeen().plus(LEARNED)))
        .ifPresent(
            k ->
                alerts.accept(
                    new Reading.Reclassified(k, clock.instant(), words(before), words(now))));
  }

  @Override
  public void vanished(KnownInterface was) {
    host.vanished(was);
    alerts.accept(new Reading.Status(was, LinkStatus.absent(clock.instant())));
  }

  private static String words(Classification classification) {
    return classification.role().spelling()
        + classification.provider().map(p -> " of " + p).orElse("");
  }
}
