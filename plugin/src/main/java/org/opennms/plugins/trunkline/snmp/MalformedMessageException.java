package org.opennms.plugins.trunkline.snmp;

/**
 * Bytes that are no well-formed SNMP message. Without a stack trace: hostile agents may cause
 * thousands of them.
 */
final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedMessageException(String message) {
    super(message, null, false, false);
  }
}
