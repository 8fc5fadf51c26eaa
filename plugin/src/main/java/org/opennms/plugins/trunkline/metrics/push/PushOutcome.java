package org.opennms.plugins.trunkline.metrics.push;

/** What became of metrics that were sent. */
public sealed interface PushOutcome {
  /** One line for the operator. */
  String text();

  /**
   * The store took them.
   *
   * @param bytes of text, not compressed
   */
  record Accepted(int bytes) implements PushOutcome {
    @Override
    public String text() {
      return bytes + " bytes accepted";
    }
  }

  /** There was nothing to send. */
  record Nothing() implements PushOutcome {
    @Override
    public String text() {
      return "no metrics yet";
    }
  }

  /**
   * The store answered, and did not take them.
   *
   * @param status of HTTP
   * @param answer the beginning of what it said
   */
  record Refused(int status, String answer) implements PushOutcome {
    @Override
    public String text() {
      return "refused with status " + status + (answer.isEmpty() ? "" : ": " + answer);
    }
  }

  /**
   * Nobody answered.
   *
   * @param why for people
   */
  record Unreachable(String why) implements PushOutcome {
    @Override
    public String text() {
      return "not reachable: " + why;
    }
  }
}
