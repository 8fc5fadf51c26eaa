package org.opennms.plugins.trunkline.config;

/** A text that is no YAML; the message is the problem's. */
public final class YamlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Wraps what is wrong. */
  public YamlException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** What is wrong and where. */
  public Problem problem() {
    return problem;
  }
}
