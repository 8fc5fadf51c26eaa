package org.opennms.plugins.trunkline.snmp;

import java.util.Arrays;
import java.util.Optional;

/** What an SNMPv3 engine reports when it refuses a message. */
public enum UsmReport {
  /** RFC 3414; the user may not use this security level. */
  UNSUPPORTED_SECURITY_LEVEL("usmStatsUnsupportedSecLevels", 1, 3, 6, 1, 6, 3, 15, 1, 1, 1, 0),
  /** RFC 3414; boots or time differ too much. */
  NOT_IN_TIME_WINDOW("usmStatsNotInTimeWindows", 1, 3, 6, 1, 6, 3, 15, 1, 1, 2, 0),
  /** RFC 3414; no such user. */
  UNKNOWN_USER("usmStatsUnknownUserNames", 1, 3, 6, 1, 6, 3, 15, 1, 1, 3, 0),
  /** RFC 3414; the answer to a discovery, or the engine got a new id. */
  UNKNOWN_ENGINE_ID("usmStatsUnknownEngineIDs", 1, 3, 6, 1, 6, 3, 15, 1, 1, 4, 0),
  /** RFC 3414; wrong key or protocol. */
  WRONG_DIGEST("usmStatsWrongDigests", 1, 3, 6, 1, 6, 3, 15, 1, 1, 5, 0),
  /** RFC 3414; wrong key or protocol. */
  DECRYPTION_ERROR("usmStatsDecryptionErrors", 1, 3, 6, 1, 6, 3, 15, 1, 1, 6, 0),
  /** RFC 3412; USM is not known there. */
  UNKNOWN_SECURITY_MODEL("snmpUnknownSecurityModels", 1, 3, 6, 1, 6, 3, 11, 2, 1, 1, 0),
  /** RFC 3412; the message was not understood. */
  INVALID_MESSAGE("snmpInvalidMsgs", 1, 3, 6, 1, 6, 3, 11, 2, 1, 2, 0),
  /** RFC 3412; nobody there handles the PDU. */
  UNKNOWN_PDU_HANDLER("snmpUnknownPDUHandlers", 1, 3, 6, 1, 6, 3, 11, 2, 1, 3, 0),
  /** RFC 3413; the context is not there now. */
  UNAVAILABLE_CONTEXT("snmpUnavailableContexts", 1, 3, 6, 1, 6, 3, 12, 1, 4, 0),
  /** RFC 3413; no such context. */
  UNKNOWN_CONTEXT("snmpUnknownContexts", 1, 3, 6, 1, 6, 3, 12, 1, 5, 0);

  private final String object;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out, never written
  private final int[] oid;

  UsmReport(String object, int... oid) {
    this.object = object;
    this.oid = oid;
  }

  /** The counter's name in its MIB. */
  public String object() {
    return object;
  }

  static Optional<UsmReport> of(int[] subIds, int length) {
    return Arrays.stream(values())
        .filter(r -> Arrays.equals(r.oid, 0, r.oid.length, subIds, 0, length))
        .findFirst();
  }
}
