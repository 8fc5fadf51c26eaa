package org.opennms.plugins.trunkline.inventory;

/** Why a device could not be read, in the groups that an operator acts on. */
public enum FailureReason {
  /** The host knows no address for it. */
  NO_ADDRESS("no address"),
  /** No credential profile matches it. */
  NO_PROFILE("no matching SNMP profile"),
  /** The profile's secret cannot be had from the vault. */
  NO_SECRET("secret not in the vault"),
  /** Nothing came back: unreachable, filtered by an access list, or a wrong community. */
  NO_ANSWER("no answer"),
  /** SNMPv3: the user is unknown to the agent. */
  UNKNOWN_USER("unknown SNMPv3 user"),
  /** SNMPv3: wrong authentication key or protocol. */
  WRONG_DIGEST("wrong SNMPv3 authentication"),
  /** SNMPv3: wrong privacy key or protocol. */
  DECRYPTION_ERROR("wrong SNMPv3 privacy"),
  /** SNMPv3: the agent's clock does not keep to its own time window. */
  NOT_IN_TIME_WINDOW("SNMPv3 time window"),
  /** SNMPv3: the security level is not offered to this user. */
  UNSUPPORTED_SECURITY_LEVEL("unsupported SNMPv3 security level"),
  /** Answers cannot be understood: malformed BER, rows out of order, loops. */
  GARBAGE("unusable answers"),
  /** The agent answered with an SNMP error such as genErr. */
  AGENT_ERROR("SNMP error from the agent"),
  /** Stopped before it was read. */
  CANCELLED("cancelled"),
  /** A fault of ours; the log has the stack trace. */
  INTERNAL("internal error");

  private final String words;

  FailureReason(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
