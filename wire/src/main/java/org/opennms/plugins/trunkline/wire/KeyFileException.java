package org.opennms.plugins.trunkline.wire;

/** A key file cannot be used; the message names the file, what is wrong with it, and the remedy. */
public final class KeyFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Words for the operator; nothing of a key is in them. */
  public KeyFileException(String message) {
    super(message);
  }

  /** Words for the operator; nothing of a key is in them. */
  public KeyFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
