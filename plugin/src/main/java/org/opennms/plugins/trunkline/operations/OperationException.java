package org.opennms.plugins.trunkline.operations;

/** An operator's request that could not be carried out; the message is for the operator. */
public final class OperationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /** What went wrong, and what to do. */
  public OperationException(String message, String remedy, Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  /** What to do. */
  public String remedy() {
    return remedy;
  }
}
