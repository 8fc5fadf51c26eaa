package org.opennms.plugins.trunkline.sandbox.network.generate;

import java.util.List;
import java.util.SplittableRandom;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.device.PortRole;
import org.opennms.plugins.trunkline.sandbox.network.traffic.BundledFlow;
import org.opennms.plugins.trunkline.sandbox.network.traffic.Flow;
import org.opennms.plugins.trunkline.sandbox.network.traffic.RhythmicFlow;
import org.opennms.plugins.trunkline.sandbox.network.traffic.WeeklyProfile;

/** How much flows where: plausible means and rhythms by role. */
final class TrafficPlan {

  /** The busiest hour is about four times the mean, so no link is ever over its speed. */
  private static final double HIGHEST_MEAN_SHARE = 0.18;

  private final SplittableRandom random;

  TrafficPlan(SplittableRandom random) {
    this.random = random;
  }

  /** A link's two directions, as its first end sees them. */
  Port.Flows link(PortRole role, long bitsPerSecond, Site site) {
    double mean = mean(role, bitsPerSecond);
    double back = mean * (0.15 + 0.6 * random.nextDouble());
    WeeklyProfile profile = profile(role);
    return new Port.Flows(flow(profile, mean, site), flow(profile, back, site));
  }

  /** The same seen from the other end. */
  static Port.Flows reverse(Port.Flows flows) {
    return new Port.Flows(flows.out(), flows.in());
  }

  /** What passes through a bundle. */
  static Port.Flows sum(List<Port.Flows> members) {
    return new Port.Flows(
        new BundledFlow(members.stream().map(Port.Flows::in).toList()),
        new BundledFlow(members.stream().map(Port.Flows::out).toList()));
  }

  /** A port that nothing passes. */
  static Port.Flows idle() {
    Flow nothing = new RhythmicFlow(WeeklyProfile.STEADY, 0, 64, 0, 0);
    return new Port.Flows(nothing, nothing);
  }

  private Flow flow(WeeklyProfile profile, double mean, Site site) {
    int octetsPerPacket = 300 + random.nextInt(900);
    return new RhythmicFlow(
        profile, mean, octetsPerPacket, site.utcOffsetHours(), random.nextInt());
  }

  private double mean(PortRole role, long bitsPerSecond) {
    double low =
        switch (role) {
          case ISP_UPLINK -> 0.06;
          case TRUNK, BRANCH_LINK -> 0.02;
          case SERVER_LINK -> 0.01;
          default -> 0.0002;
        };
    double high =
        switch (role) {
          case ISP_UPLINK, TRUNK, BRANCH_LINK -> HIGHEST_MEAN_SHARE;
          case SERVER_LINK -> 0.08;
          case CAMERA -> 0.006;
          default -> 0.003;
        };
    return bitsPerSecond * (low + (high - low) * random.nextDouble());
  }

  private WeeklyProfile profile(PortRole role) {
    return switch (role) {
      case ISP_UPLINK -> random.nextBoolean() ? WeeklyProfile.EVENING : WeeklyProfile.OFFICE;
      case SERVER_LINK -> random.nextBoolean() ? WeeklyProfile.BACKUP : WeeklyProfile.OFFICE;
      case CAMERA, MANAGEMENT -> WeeklyProfile.STEADY;
      case VOICE -> WeeklyProfile.VOICE;
      default -> WeeklyProfile.OFFICE;
    };
  }
}
