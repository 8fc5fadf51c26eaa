package org.opennms.plugins.trunkline.snmp;

/** A well-formed message that security rules forbid to use. Without a stack trace. */
final class RejectedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Discard reason;

  RejectedMessageException(Discard reason) {
    super(reason.spelling(), null, false, false);
    this.reason = reason;
  }

  Discard reason() {
    return reason;
  }
}
