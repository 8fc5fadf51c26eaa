package org.opennms.plugins.trunkline.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.wire.proto.DeviceTelemetry;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/** The limits and values that receivers check, so that a sender can check them first. */
public final class Contract {
  /** The largest envelope that the known receiver takes, bytes. */
  public static final int MOST_BYTES = 131_072;

  /** Values of {@code event_type}. */
  public static final Set<String> EVENT_TYPES =
      Set.of("METRIC", "LOG", "ALARM", "STATUS", "SECURITY", "AUDIT", "OBSERVATION");

  /** Values of {@code severity}. */
  public static final Set<String> SEVERITIES =
      Set.of("DEBUG", "INFO", "LOW", "MEDIUM", "HIGH", "CRITICAL", "WARN", "ERROR");

  /** Values of {@code device_type}. */
  public static final Set<String> DEVICE_TYPES =
      Set.of("HOST", "IOT", "MEDICAL", "INDUSTRIAL", "ENDPOINT", "NETWORK", "UNKNOWN");

  private static final int MOST_VIOLATIONS = 10;

  private Contract() {}

  /**
   * What of an envelope is against the contract, signature apart.
   *
   * @return at most 10 sentences, field first; empty when all is well
   */
  public static List<String> violations(UniversalEnvelope envelope) {
    List<String> found = new ArrayList<>();
    if (!hasPayload(envelope)) {
      found.add("payload: none of flow, process, device_telemetry, telemetry_batch is there");
    }
    if (envelope.getTsNs() == 0) {
      found.add("ts_ns: missing");
    }
    if (envelope.getIdempotencyKey().isEmpty()) {
      found.add("idempotency_key: missing");
    }
    checkSignatureFields(envelope, found);
    if (envelope.hasDeviceTelemetry()) {
      check(envelope.getDeviceTelemetry(), found);
    }
    envelope.getTelemetryBatch().getTelemetryRecordsList().forEach(t -> check(t, found));
    checkAgents(envelope, found);
    return found.size() <= MOST_VIOLATIONS ? found : found.subList(0, MOST_VIOLATIONS);
  }

  /**
   * The sender, by whose name its public key is looked up: {@code collection_agent} of the
   * telemetry, or of the first record of a batch, or the batch's {@code edge_agent_id}.
   */
  public static Optional<String> agent(UniversalEnvelope envelope) {
    String name = envelope.getDeviceTelemetry().getCollectionAgent();
    if (name.isEmpty() && envelope.getTelemetryBatch().getTelemetryRecordsCount() > 0) {
      name = envelope.getTelemetryBatch().getTelemetryRecords(0).getCollectionAgent();
    }
    if (name.isEmpty()) {
      name = envelope.getTelemetryBatch().getEdgeAgentId();
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /** A signature is one agent's, so that an envelope must not speak for another. */
  private static void checkAgents(UniversalEnvelope envelope, List<String> found) {
    Set<String> agents = new TreeSet<>();
    agents.add(envelope.getDeviceTelemetry().getCollectionAgent());
    envelope
        .getTelemetryBatch()
        .getTelemetryRecordsList()
        .forEach(t -> agents.add(t.getCollectionAgent()));
    agents.remove("");
    if (agents.size() > 1) {
      found.add(
          "collection_agent: more than one agent in an envelope: " + shown(agents.toString()));
    }
  }

  static boolean hasPayload(UniversalEnvelope envelope) {
    return envelope.hasFlow()
        || envelope.hasProcess()
        || envelope.hasDeviceTelemetry()
        || envelope.hasTelemetryBatch();
  }

  private static void checkSignatureFields(UniversalEnvelope envelope, List<String> found) {
    String algorithm = envelope.getSigningAlgorithm();
    if (envelope.getSig().isEmpty() != algorithm.isEmpty()) {
      found.add("sig, signing_algorithm: one is set and the other is not");
    }
    if (!algorithm.isEmpty() && !algorithm.equals(EnvelopeCodec.ALGORITHM)) {
      found.add("signing_algorithm: " + shown(algorithm) + " is not " + EnvelopeCodec.ALGORITHM);
    }
  }

  private static void check(DeviceTelemetry telemetry, List<String> found) {
    checkOneOf("device_type", telemetry.getDeviceType(), DEVICE_TYPES, found);
    for (TelemetryEvent event : telemetry.getEventsList()) {
      checkOneOf("event_type", event.getEventType(), EVENT_TYPES, found);
      checkOneOf("severity", event.getSeverity(), SEVERITIES, found);
    }
  }

  private static void checkOneOf(
      String field, String value, Set<String> allowed, List<String> found) {
    if (!allowed.contains(value)) {
      found.add(
          field + ": " + shown(value) + " is not one of " + String.join(" ", sorted(allowed)));
    }
  }

  private static List<String> sorted(Set<String> values) {
    return values.stream().sorted().toList();
  }

  /** A sender's text, short and without control characters, fit for a log. */
  private static String shown(String value) {
    String printable = value.replaceAll("\\p{C}", "?");
    return '"' + (printable.length() <= 40 ? printable : printable.substring(0, 40) + "…") + '"';
  }
}
