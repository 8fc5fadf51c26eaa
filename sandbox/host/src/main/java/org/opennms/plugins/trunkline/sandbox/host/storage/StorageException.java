package org.opennms.plugins.trunkline.sandbox.host.storage;

/** The database refused or failed; Horizon lets such errors reach the plugin as well. */
public class StorageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Wraps what the driver said. */
  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }

  /** For failures that are switched on. */
  public StorageException(String message) {
    super(message);
  }
}
