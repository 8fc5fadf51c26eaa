package org.opennms.plugins.trunkline.sandbox.network.agent;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;

/**
 * What all agents of a network have in common.
 *
 * @param port UDP port, the same on every address; 0 picks a free one
 * @param versions the SNMP versions that are answered
 * @param community for SNMPv1 and SNMPv2c
 * @param user for SNMPv3
 * @param maxMessageSize octets of the longest answer
 * @param clock tells the time of every value
 */
public record AgentSettings(
    int port,
    Set<Version> versions,
    String community,
    SnmpUser user,
    int maxMessageSize,
    InstantSource clock) {

  /** Half a jumbo frame more than most devices send, and well below what UDP can carry. */
  public static final int MAX_MESSAGE_SIZE = 16_384;

  /** The SNMP versions. */
  public enum Version {
    V1,
    V2C,
    V3
  }

  /** Copies the versions. */
  public AgentSettings {
    versions = EnumSet.copyOf(versions);
  }

  /** All versions, community {@code sandbox}, the sandbox's user, a free port. */
  public static AgentSettings sandbox() {
    return new AgentSettings(
        0,
        EnumSet.allOf(Version.class),
        "sandbox",
        SnmpUser.sandbox(),
        MAX_MESSAGE_SIZE,
        InstantSource.system());
  }

  /** The same on another port. */
  public AgentSettings withPort(int other) {
    return new AgentSettings(other, versions, community, user, maxMessageSize, clock);
  }

  /** The same with another user. */
  public AgentSettings withUser(SnmpUser other) {
    return new AgentSettings(port, versions, community, other, maxMessageSize, clock);
  }

  /** The same with other versions. */
  public AgentSettings withVersions(Set<Version> others) {
    return new AgentSettings(port, others, community, user, maxMessageSize, clock);
  }

  /** The same with another community. */
  public AgentSettings withCommunity(String other) {
    return new AgentSettings(port, versions, other, user, maxMessageSize, clock);
  }

  /** The same at another time. */
  public AgentSettings withClock(InstantSource other) {
    return new AgentSettings(port, versions, community, user, maxMessageSize, other);
  }

  /** Says nothing secret. */
  @Override
  public String toString() {
    return "AgentSettings[port=" + port + ", versions=" + versions + ", user=" + user + "]";
  }
}
