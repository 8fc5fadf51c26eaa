package org.opennms.plugins.trunkline.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How Trunkline is. Answers from memory; thread-safe. */
public interface StatusBoard {
  /** How it is now. */
  Status status();

  /**
   * How it is.
   *
   * @param version of the plugin
   * @param hostVersion of the host, empty when it does not say
   * @param started when the plugin started
   * @param uptime since then
   * @param configuration one line: in force since when, and whether a newer one was refused
   * @param parts by name
   */
  record Status(
      String version,
      String hostVersion,
      Instant started,
      Duration uptime,
      String configuration,
      List<Part> parts) {
    /** Copies the list. */
    public Status {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One part, for example discovery.
   *
   * @param name as in the configuration's switch
   * @param state how it is
   * @param detail one line for the operator
   */
  record Part(String name, State state, String detail) {}

  /** How a part is. */
  enum State {
    /** Switched off in the configuration. */
    OFF,
    /** On, nothing to complain of. */
    OK,
    /** On, but something needs an operator. */
    DEGRADED,
    /** This version does not have it. */
    ABSENT
  }
}
