package org.opennms.plugins.trunkline.snmp;

/**
 * How many requests a device bears at a time, learned as TCP does (RFC 5681): one more with every
 * prompt answer, after a loss only one more per round; half as many when a request was lost, one
 * fewer while answers take much longer than the quickest did. Written by one thread, readable by
 * others.
 */
final class Window {
  private volatile int current = 1;
  private int threshold = Integer.MAX_VALUE;
  private int answers;

  /** Requests that may be under way, at most the policy's limit. */
  int get(int limit) {
    return Math.min(current, limit);
  }

  int learned() {
    return current;
  }

  /**
   * An answer came at once.
   *
   * @param underWay requests of the device, this one included
   * @param limit of the policy: beyond it nothing can be learned
   * @param slowing whether answers take much longer than they used to
   */
  void answered(int underWay, int limit, boolean slowing) {
    int now = current;
    if (underWay < now) {
      return;
    }
    boolean round = ++answers >= now;
    if (round) {
      answers = 0;
    }
    if (slowing) {
      current = Math.max(1, now - (round ? 1 : 0));
    } else if (now < limit && (now < threshold || round)) {
      current = now + 1;
    }
  }

  /** A request, or its answer, was lost in a way that looks like too much load. */
  void lost() {
    threshold = Math.max(1, current / 2);
    current = threshold;
    answers = 0;
  }

  /** It answers no more. */
  void silent() {
    threshold = Integer.MAX_VALUE;
    current = 1;
    answers = 0;
  }
}
