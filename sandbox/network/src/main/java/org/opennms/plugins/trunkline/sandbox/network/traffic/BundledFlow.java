package org.opennms.plugins.trunkline.sandbox.network.traffic;

import java.util.List;

/**
 * What passes through a bundle of links: the sum of its members.
 *
 * @param members at least one
 */
public record BundledFlow(List<Flow> members) implements Flow {

  /** Copies the members. */
  public BundledFlow {
    members = List.copyOf(members);
  }

  @Override
  public long octets(long now) {
    return members.stream().mapToLong(member -> member.octets(now)).sum();
  }

  @Override
  public int octetsPerPacket() {
    return members.get(0).octetsPerPacket();
  }

  @Override
  public void scale(double factor, long now, long until) {
    members.forEach(member -> member.scale(factor, now, until));
  }

  @Override
  public void hold(double bitsPerSecond, long now, long until) {
    members.forEach(member -> member.hold(bitsPerSecond / members.size(), now, until));
  }
}
