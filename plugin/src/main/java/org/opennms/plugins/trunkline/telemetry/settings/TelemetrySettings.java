package org.opennms.plugins.trunkline.telemetry.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.telemetry.TelemetryTemplate;
import org.opennms.plugins.trunkline.telemetry.TelemetryTemplate.Selection;
import org.opennms.plugins.trunkline.telemetry.outbox.Overflow;

/**
 * {@code etc/trunkline/telemetry.yaml}. Paths are relative to {@code etc/trunkline/}.
 *
 * @param agent under this name receivers look our public key up
 * @param interval between collections of a device
 * @param interfaces which are exported
 * @param mostBytes of an envelope
 * @param stalledAfter without a delivery, while something waits, the export counts as stalled
 * @param grpc receivers over gRPC
 * @param key what envelopes are signed with
 * @param outbox between
 * @param files receivers as files
 * @param prometheus a store of counters
 * @param templates by device class, the first that matches counts
 */
public record TelemetrySettings(
    String agent,
    Duration interval,
    Selection interfaces,
    int mostBytes,
    Duration stalledAfter,
    Grpc grpc,
    Key key,
    OutboxLimits outbox,
    Files files,
    Prometheus prometheus,
    List<TelemetryTemplate> templates) {
  /** Nothing goes anywhere. */
  public static final TelemetrySettings OFF = TelemetryFile.read("").value().orElseThrow();

  /** Copies the list. */
  public TelemetrySettings {
    templates = List.copyOf(templates);
  }

  /**
   * Receivers over gRPC.
   *
   * @param endpoints {@code host:port}; empty for none
   * @param authorities PEM file
   * @param certificate PEM file
   * @param privateKey PEM file
   * @param inFlight envelopes under way at once
   * @param rate most envelopes a second; 0 for no limit
   * @param deadline of a call
   * @param serverName that the receivers' certificates are for; empty for the endpoint's own
   */
  public record Grpc(
      List<String> endpoints,
      String authorities,
      String certificate,
      String privateKey,
      int inFlight,
      int rate,
      Duration deadline,
      String serverName) {
    /** Copies the list. */
    public Grpc {
      endpoints = List.copyOf(endpoints);
    }
  }

  /**
   * What envelopes are signed with.
   *
   * @param source a file, {@code keystore:FILE#ALIAS} or {@code scv:ALIAS}
   * @param password of a key store, or {@code ${scv:ALIAS:password}}; never shown
   * @param overlap between announcing a new key and signing with it
   */
  public record Key(String source, String password, Duration overlap) {
    @Override
    public String toString() {
      return "Key[source=" + source + ", password=***, overlap=" + overlap + "]";
    }
  }

  /**
   * The outbox.
   *
   * @param directory empty for the default
   * @param mostBytes it holds
   * @param mostAge it keeps envelopes for
   * @param overflow what happens at its limit
   */
  public record OutboxLimits(
      String directory, long mostBytes, Duration mostAge, Overflow overflow) {}

  /**
   * Receivers as files.
   *
   * @param directory empty for none
   * @param mostBytes of a file
   * @param retention of finished ones
   */
  public record Files(String directory, long mostBytes, Duration retention) {}

  /**
   * A Prometheus-compatible store that counters are pushed to; it is no receiver of envelopes.
   *
   * @param url of its import; empty for none
   * @param interval between two pushes
   * @param credentials alias in the host's vault; empty for none
   */
  public record Prometheus(Optional<URI> url, Duration interval, Optional<String> credentials) {}
}
