package org.opennms.plugins.trunkline.telemetry.content;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.telemetry.DeviceCollection;
import org.opennms.plugins.trunkline.telemetry.StatusChange;
import org.opennms.plugins.trunkline.telemetry.TelemetryAlarm;
import org.opennms.plugins.trunkline.telemetry.outbox.Draft;
import org.opennms.plugins.trunkline.wire.EnvelopeCodec;
import org.opennms.plugins.trunkline.wire.IdempotencyKey;
import org.opennms.plugins.trunkline.wire.proto.DeviceMetadata;
import org.opennms.plugins.trunkline.wire.proto.DeviceTelemetry;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;

/**
 * Drafts of envelopes: one for a collection, or several where one would be larger than receivers
 * take. Each has a key that follows from sender, device, time and part alone. Immutable.
 */
public final class Drafts {
  // Signatures, keys, times and lengths of the envelope around the telemetry.
  private static final int ENVELOPE = 512;
  // Of each event: tag, length, and an id of at most 24 bytes; the agent's name comes to it.
  private static final int EVENT_HEAD = 36;
  private static final int SCHEMA = 1;

  private final Sender sender;

  /** Drafts of a sender. */
  public Drafts(Sender sender) {
    this.sender = sender;
  }

  /** A collection's drafts; none where there is nothing to tell, which receivers would refuse. */
  public List<Draft> of(DeviceCollection collection) {
    DeviceTelemetry base =
        base(
            collection.device(),
            collection.at(),
            collection.interval(),
            Metadata.of(collection.device(), collection.facts(), collection.template().metadata()));
    List<Draft> drafts = new ArrayList<>();
    List<TelemetryEvent> events = Events.of(collection);
    if (events.isEmpty()) {
      return drafts;
    }
    for (List<TelemetryEvent> part : split(base, events)) {
      String number = Integer.toString(drafts.size());
      drafts.add(draft(base, part, new Told(collection.at(), collection.at(), number)));
    }
    return drafts;
  }

  /**
   * An alert's draft.
   *
   * @param now when it is told; an alert may be told long after it began
   */
  public Draft of(Device device, DeviceFacts facts, TelemetryAlarm alarm, Instant now) {
    Told told = new Told(now, time(alarm), part(alarm));
    return single(device, facts, Events.of(alarm), told);
  }

  /** The draft of an alert that concerns no single device; likewise. */
  public Draft of(TelemetryAlarm alarm, Instant now) {
    return ofSender(now, time(alarm), List.of(Events.of(alarm)), part(alarm));
  }

  /** A change's draft. */
  public Draft of(Device device, DeviceFacts facts, StatusChange change) {
    String part =
        "status/"
            + change.kind()
            + "/"
            + change.component()
            + "/"
            + change.status()
            + change.tags();
    return single(device, facts, Events.of(change), new Told(change.at(), change.at(), part));
  }

  /** A draft about the sender itself; at least one event. */
  public Draft ofSender(Instant at, List<TelemetryEvent> events, String part) {
    return ofSender(at, at, events, part);
  }

  /**
   * A draft about the sender itself; at least one event.
   *
   * @param at the envelope's time; one that goes back would look as if the clock had
   * @param key the time that makes the key, the same however often the same is told
   */
  public Draft ofSender(Instant at, Instant key, List<TelemetryEvent> events, String part) {
    DeviceTelemetry base =
        DeviceTelemetry.newBuilder()
            .setDeviceId(sender.agent())
            .setDeviceType("NETWORK")
            .setProtocol("SNMP")
            .setTimestampNs(Events.nanos(at))
            .setCollectionAgent(sender.agent())
            .setAgentVersion(sender.version())
            .setSchemaVersion(SCHEMA)
            .build();
    return draft(base, events, new Told(at, key, part));
  }

  /** When something is told, and what makes its key besides sender and device. */
  private record Told(Instant at, Instant key, String part) {}

  private static Instant time(TelemetryAlarm alarm) {
    return alarm.cleared().orElse(alarm.opened());
  }

  // Whatever changes of an alert makes another envelope, for receivers keep one of each key.
  private static String part(TelemetryAlarm alarm) {
    String state = alarm.cleared().isPresent() ? "cleared" : "active";
    return String.join(
        "/",
        "alarm",
        alarm.id(),
        state,
        alarm.severity(),
        Double.toString(alarm.current()),
        alarm.description());
  }

  private Draft single(Device device, DeviceFacts facts, TelemetryEvent event, Told told) {
    DeviceMetadata metadata = Metadata.of(device, facts, Map.of());
    DeviceTelemetry base = base(device, told.at(), Duration.ZERO, metadata);
    return draft(base, List.of(event), told);
  }

  private DeviceTelemetry base(
      Device device, Instant at, Duration interval, DeviceMetadata metadata) {
    return DeviceTelemetry.newBuilder()
        .setDeviceId(device.key().text())
        .setDeviceType("NETWORK")
        .setProtocol("SNMP")
        .setMetadata(metadata)
        .setTimestampNs(Events.nanos(at))
        .setCollectionAgent(sender.agent())
        .setAgentVersion(sender.version())
        .setCollectionIntervalMs(interval.toMillis())
        .setSchemaVersion(SCHEMA)
        .build();
  }

  private List<List<TelemetryEvent>> split(DeviceTelemetry base, List<TelemetryEvent> events) {
    int room = sender.mostBytes() - ENVELOPE - base.getSerializedSize();
    List<List<TelemetryEvent>> parts = new ArrayList<>();
    List<TelemetryEvent> part = new ArrayList<>();
    int used = 0;
    int head = EVENT_HEAD + sender.agent().getBytes(StandardCharsets.UTF_8).length;
    for (TelemetryEvent event : events) {
      int size = event.getSerializedSize() + head;
      if (used + size > room && !part.isEmpty()) {
        parts.add(part);
        part = new ArrayList<>();
        used = 0;
      }
      part.add(event);
      used += size;
    }
    parts.add(part);
    return parts;
  }

  private Draft draft(DeviceTelemetry base, List<TelemetryEvent> events, Told told) {
    String key =
        IdempotencyKey.of(
            sender.agent(), base.getDeviceId(), Events.nanos(told.key()), told.part());
    DeviceTelemetry.Builder telemetry = base.toBuilder().setBatchSize(events.size());
    int number = 0;
    for (TelemetryEvent event : events) {
      String id = key.substring(0, 16) + "-" + number++;
      telemetry.addEvents(event.toBuilder().setEventId(id).setAgentId(sender.agent()).build());
    }
    return new Draft(base.getDeviceId(), key, told.at(), bytes(telemetry.build()));
  }

  // Here, because the outbox signs the bytes as they are.
  private static byte[] bytes(DeviceTelemetry telemetry) {
    Optional<String> ambiguity = EnvelopeCodec.ambiguity(telemetry);
    if (ambiguity.isPresent()) {
      throw new IllegalArgumentException(
          ambiguity.get() + " has more than one entry; use sorted tags: map order is not defined");
    }
    return telemetry.toByteArray();
  }
}
