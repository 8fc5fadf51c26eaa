package org.opennms.plugins.trunkline.receiver;

/** What the user can mend; the message says how. */
final class ReceiverException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReceiverException(String message) {
    super(message);
  }

  ReceiverException(String message, Throwable cause) {
    super(message, cause);
  }
}
