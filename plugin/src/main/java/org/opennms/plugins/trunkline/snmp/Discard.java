package org.opennms.plugins.trunkline.snmp;

import java.util.Locale;

/** Why something that an agent, or somebody else, sent was thrown away. */
public enum Discard {
  /** A datagram from an address that was never asked. */
  UNKNOWN_SOURCE,
  /** An answer to a pending request, but from another address than was asked. */
  SPOOFED_SOURCE,
  /** An answer that no request waits for: late, repeated, or with a wrong id. */
  UNKNOWN_ID,
  /** No well-formed SNMP message. */
  MALFORMED,
  /** An answer in another version or with another community than was asked. */
  WRONG_SECURITY,
  /** SNMPv3: the digest is missing or wrong. */
  UNAUTHENTIC,
  /** SNMPv3: cannot be decrypted. */
  UNDECRYPTABLE,
  /** SNMPv3: older than the time window allows. */
  OUT_OF_TIME_WINDOW,
  /** A row that does not come after the one before it. */
  NOT_INCREASING,
  /** A row that came already. */
  REPEATED,
  /** A varbind that was not asked for. */
  OUTSIDE_REQUEST,
  /** More varbinds than were asked for. */
  EXCESS,
  /** A value after endOfMibView. */
  AFTER_END,
  /** A row that the agent left out of an answer; found by asking for it by name. */
  SKIPPED,
  /** A Counter64 in an SNMPv1 message, which RFC 3584 forbids. */
  COUNTER64_IN_V1;

  /** For people, for example {@code spoofed source}. */
  public String words() {
    return spelling().replace('_', ' ');
  }

  /** For example {@code spoofed_source}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
