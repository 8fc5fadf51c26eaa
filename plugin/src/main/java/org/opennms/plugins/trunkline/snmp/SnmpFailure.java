package org.opennms.plugins.trunkline.snmp;

import java.time.Duration;

/** Why a request, or the rest of a walk, has no answer. */
public sealed interface SnmpFailure {
  /** In words for an operator, without secrets. */
  String words();

  /**
   * No usable answer within all attempts.
   *
   * @param attempts sent
   * @param waited from the first attempt to giving up
   * @param engineKnown SNMPv3 only: whether the agent did answer the engine discovery
   * @param elsewhere whether an answer with our request id came from another address
   */
  record NoAnswer(int attempts, Duration waited, boolean engineKnown, boolean elsewhere)
      implements SnmpFailure {
    @Override
    public String words() {
      return "no answer to " + attempts + " attempts in " + waited.toMillis() + " ms";
    }
  }

  /**
   * Only answers that cannot be understood came.
   *
   * @param why what is wrong with the last one
   */
  record Garbage(String why) implements SnmpFailure {
    @Override
    public String words() {
      return "unusable answer: " + why;
    }
  }

  /**
   * The agent answered with an error-status that leaves nothing to try.
   *
   * @param status RFC 3416, for example 5 for genErr
   * @param index error-index, 1-based, 0 where it names no varbind
   */
  record AgentError(int status, int index) implements SnmpFailure {
    @Override
    public String words() {
      return "the agent answered with the error " + ErrorStatus.name(status);
    }
  }

  /**
   * The agent's SNMPv3 engine refused the message (RFC 3414 section 3.2, RFC 3413 section 3).
   *
   * @param report what it said
   */
  record Refused(UsmReport report) implements SnmpFailure {
    @Override
    public String words() {
      return "the agent reported " + report.object();
    }
  }

  /**
   * Not sent: the device did not answer several times in a row and is left alone for a while.
   *
   * @param remaining until it is asked again
   */
  record BreakerOpen(Duration remaining) implements SnmpFailure {
    @Override
    public String words() {
      return "not asked: it was silent several times, next attempt in "
          + Math.max(1, remaining.toSeconds())
          + " s";
    }
  }

  /**
   * Not sent: the operating system refuses it.
   *
   * @param why its words
   */
  record Unsendable(String why) implements SnmpFailure {
    @Override
    public String words() {
      return "cannot be sent: " + why;
    }
  }

  /**
   * More than the caller's limit.
   *
   * @param rows that were read
   */
  record TooMany(int rows) implements SnmpFailure {
    @Override
    public String words() {
      return "stopped after " + rows + " rows, the limit";
    }
  }

  /**
   * The agent answers, but too slowly for the whole ever to be read.
   *
   * @param after this time it was given up
   * @param rows that were read
   */
  record TooSlow(Duration after, int rows) implements SnmpFailure {
    @Override
    public String words() {
      return "stopped after " + after.toMinutes() + " minutes and " + rows + " rows";
    }
  }

  /** Not sent: too many requests wait already. */
  record Overloaded() implements SnmpFailure {
    @Override
    public String words() {
      return "not asked: too many requests wait already";
    }
  }

  /** The engine was closed, or the caller cancelled. */
  record Stopped() implements SnmpFailure {
    @Override
    public String words() {
      return "stopped";
    }
  }
}
