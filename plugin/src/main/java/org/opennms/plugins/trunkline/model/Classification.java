package org.opennms.plugins.trunkline.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an interface is, and why.
 *
 * @param role what it is for
 * @param provider the carrier's normalised name, where one is named
 * @param critical whether its failure is an incident of its own
 * @param boundary whether it leaves the own network
 * @param circuitId the carrier's circuit id, where the text carries one
 * @param remotePort the far end as the text names it, {@code device:port} or {@code device}
 * @param contractBandwidth bit/s agreed with the carrier, where known; replaces the interface's
 *     speed in utilization
 * @param confidence 0..1, the calibrated probability that the role is right; 1 for an override
 * @param reasons strongest first, those against included
 */
public record Classification(
    InterfaceRole role,
    Optional<String> provider,
    boolean critical,
    Boundary boundary,
    Optional<String> circuitId,
    Optional<String> remotePort,
    OptionalLong contractBandwidth,
    double confidence,
    List<Reason> reasons) {
  /** Whether an interface leaves the own network. */
  public enum Boundary {
    /** Stays inside. */
    INTERNAL,
    /** Towards somebody else's network. */
    EXTERNAL
  }

  /** Copies the reasons and rejects missing parts and confidences outside 0..1. */
  public Classification {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(boundary, "boundary");
    Objects.requireNonNull(circuitId, "circuitId");
    Objects.requireNonNull(remotePort, "remotePort");
    Objects.requireNonNull(contractBandwidth, "contractBandwidth");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is outside 0..1");
    }
    reasons = List.copyOf(reasons);
  }
}
