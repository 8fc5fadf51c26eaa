package org.opennms.plugins.trunkline.topology;

import java.util.List;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.Reason;

/**
 * How much each kind of evidence weighs, in nats of log odds. One place, so that an operator who
 * asks why finds the same numbers everywhere. Stateless.
 */
final class Evidence {
  static final double MANUAL = 6;
  static final double CHASSIS = 3.5;
  static final double INTERFACE_MAC = 3;
  static final double TOLD = 3;
  static final double ADDRESS = 2.5;
  static final double PORT_MAC = 2.5;
  static final double NAME = 2;
  static final double RECIPROCAL = 2;
  static final double COMPANION = 2;
  static final double AGREES = 0.5;
  static final double DISAGREES = -2;
  static final double PORT_EXACT = 1;
  static final double PORT_DESCRIBED = 0.3;
  static final double PORT_UNKNOWN = -0.5;
  static final double BOTH_ENDS = 3;
  static final double CONFLICT = -3;

  private Evidence() {}

  /** What an inferred link is worth, whatever led to its node: 0.5 and less. */
  static double inferred(LinkSource source) {
    return switch (source) {
      case FORWARDING -> 0;
      case SUBNET -> -0.2;
      case ALIAS -> -0.85;
      case ARP -> -1;
      case LLDP, CDP, MNDP, HOST, MANUAL ->
          throw new IllegalArgumentException("announced: " + source);
    };
  }

  static double sum(List<Reason> reasons) {
    return reasons.stream().mapToDouble(Reason::weight).sum();
  }

  /** The logistic function. */
  static double confidence(double sum) {
    return 1 / (1 + Math.exp(-sum));
  }
}
