package org.opennms.plugins.trunkline.lab;

/** What the user of the lab can mend; the message says how. */
final class LabException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LabException(String message) {
    super(message);
  }

  LabException(String message, Throwable cause) {
    super(message, cause);
  }
}
