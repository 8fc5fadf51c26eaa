package org.opennms.plugins.trunkline.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An export that is always the same, for the tests of the faces. */
public final class ScriptedTelemetry implements TelemetryDesk {
  private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
  private static final String PEM =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
      -----END PUBLIC KEY-----
      """;

  private final List<Letter> letters =
      new ArrayList<>(
          List.of(new Letter(7, "grpc", AT, "INVALID (no such device)", 41, "lab:edge1", 1165)));
  private boolean rotated;
  private boolean off;

  /** An export that is off. */
  public static ScriptedTelemetry off() {
    ScriptedTelemetry desk = new ScriptedTelemetry();
    desk.off = true;
    return desk;
  }

  /** One with a key to come, and nothing that waits. */
  public static ScriptedTelemetry rotating() {
    ScriptedTelemetry desk = new ScriptedTelemetry();
    desk.rotated = true;
    return desk;
  }

  @Override
  public Status status() {
    if (off) {
      return new Status(
          State.OFF, "no receiver", "trunkline", Optional.empty(), Optional.empty(), List.of());
    }
    return new Status(
        State.DEGRADED,
        "",
        "trunkline",
        Optional.of(
            new Keys(
                "9bcd58cc40b1b4a1",
                PEM,
                "etc/trunkline/telemetry-key.pem.public.pem",
                "Bouncy Castle",
                rotated ? "21fe31dfa154a261" : "",
                rotated ? PEM : "",
                rotated ? Optional.of(AT) : Optional.empty())),
        Optional.of(
            new Outbox(
                "open",
                "",
                3,
                3495,
                65536,
                rotated ? Optional.empty() : Optional.of(AT),
                0,
                44,
                letters.size(),
                0,
                Map.of("dead_letter", 1L, "overflow", 0L),
                44,
                "5b0c")),
        List.of(
            new Transport(
                "grpc",
                "retrying",
                "bus.example.net:50051: RETRY (rate limit)",
                3,
                0,
                40,
                2,
                1,
                Optional.of(AT),
                0.7),
            new Transport("files", "running", "", 0, 0, 44, 0, 0, Optional.empty(), 0)));
  }

  @Override
  public List<String> pause(Optional<String> transport) {
    return chosen(transport);
  }

  @Override
  public List<String> resume(Optional<String> transport) {
    return chosen(transport);
  }

  @Override
  public List<Letter> deadLetters(int limit) {
    return letters.stream().limit(limit).toList();
  }

  @Override
  public int retry(List<Long> ids) {
    return (int) letters.stream().filter(l -> ids.isEmpty() || ids.contains(l.id())).count();
  }

  @Override
  public int purge(List<Long> ids) {
    int before = letters.size();
    letters.removeIf(l -> ids.isEmpty() || ids.contains(l.id()));
    return before - letters.size();
  }

  @Override
  public String rotateKey() {
    rotated = true;
    return "21fe31dfa154a261";
  }

  @Override
  public Verification verify(String path) {
    return path.contains("tampered")
        ? new Verification(44, false, List.of("GAP at telemetry.envelopes #12: removed"))
        : new Verification(44, true, List.of());
  }

  private static List<String> chosen(Optional<String> transport) {
    List<String> names = List.of("grpc", "files");
    if (transport.isPresent() && !names.contains(transport.get())) {
      throw new OperationException(
          "There is no transport " + transport.get(), "There are: grpc, files", null);
    }
    return transport.map(List::of).orElse(names);
  }
}
