package org.opennms.plugins.trunkline.snmp;

/**
 * How many rows a device is asked for in one GETBULK: grows by half while answers are full, halves
 * when one fails. Remembers what failed and tries it again only after many good answers. Written by
 * one thread, readable by others.
 */
final class Repetitions {
  private static final int GOOD_ANSWERS_BEFORE_RISKING = 100;

  private volatile int current;
  private int failedAt = Integer.MAX_VALUE;
  private int goodAnswers;

  Repetitions(int first) {
    current = first;
  }

  /** What to ask for, at most the caller's limit. */
  int get(int limit) {
    return Math.min(current, limit);
  }

  int learned() {
    return current;
  }

  /** An answer brought all rows that were asked for, in good time. */
  void full(int asked, int limit) {
    if (++goodAnswers >= GOOD_ANSWERS_BEFORE_RISKING) {
      failedAt = Integer.MAX_VALUE;
    }
    if (asked >= current) {
      int grown = Math.min(limit, asked + Math.max(1, asked / 2));
      current = Math.max(current, Math.min(grown, failedAt - 1));
    }
  }

  /** An answer was too big, or none came; returns whether there was anything to lower. */
  boolean failed(int asked) {
    goodAnswers = 0;
    int halved = Math.max(1, asked / 2);
    if (halved >= current) {
      return false;
    }
    failedAt = Math.max(2, Math.min(failedAt, asked));
    current = halved;
    return true;
  }
}
