package org.opennms.plugins.trunkline.inventory;

/** The host's service is away or failed; the message says which and why. Trying later may help. */
public final class HostAbsentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the service and what it said. */
  public HostAbsentException(String message, Throwable cause) {
    super(message, cause);
  }
}
