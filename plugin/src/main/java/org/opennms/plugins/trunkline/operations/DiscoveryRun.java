package org.opennms.plugins.trunkline.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.Device;

/**
 * How far a discovery run is; a snapshot.
 *
 * @param id unique on this installation
 * @param device the only one to be read; empty for a run over all that the configuration selects
 * @param state where it is
 * @param trigger what started it, for example {@code operator}, {@code schedule}, {@code event}
 * @param total devices to read
 * @param complete read wholly
 * @param unchanged found unchanged by the cheap check
 * @param failed could not be read
 * @param skipped not tried, by reason
 * @param failures by reason, most frequent first
 * @param interfaces found
 * @param varbinds received
 * @param started when
 * @param ended when, once over
 * @param devicesPerSecond over the time so far
 * @param message what the operator should know, for example that nobody answered; may be empty
 */
public record DiscoveryRun(
    String id,
    Optional<Device> device,
    State state,
    String trigger,
    int total,
    int complete,
    int unchanged,
    int failed,
    Map<String, Integer> skipped,
    List<FailureGroup> failures,
    int interfaces,
    long varbinds,
    Instant started,
    Optional<Instant> ended,
    double devicesPerSecond,
    String message) {
  /** Where a run is. */
  public enum State {
    /** Under way. */
    RUNNING,
    /** Over; single devices may have failed. */
    DONE,
    /** Stopped by somebody. */
    CANCELLED,
    /** Could not be carried out at all; the message says why. */
    FAILED
  }

  /** Copies the collections. */
  public DiscoveryRun {
    skipped = Map.copyOf(skipped);
    failures = List.copyOf(failures);
  }

  /** Devices not yet read. */
  public int remaining() {
    return total - complete - unchanged - failed;
  }

  /**
   * Devices that failed for the same reason.
   *
   * @param reason in words
   * @param count how many
   * @param examples up to five, {@code label: detail}
   */
  public record FailureGroup(String reason, int count, List<String> examples) {
    /** Copies the examples. */
    public FailureGroup {
      examples = List.copyOf(examples);
    }
  }
}
