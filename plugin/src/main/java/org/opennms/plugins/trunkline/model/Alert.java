package org.opennms.plugins.trunkline.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One problem with one subject, as it is now.
 *
 * @param id from 1, ascending; 0 while it is not open and was not
 * @param rule the rule's name
 * @param kind what it is about
 * @param subject of what
 * @param members whose trouble it is: both ends of a link, members of an aggregate; or the subject
 * @param place the subject in words
 * @param state how far it is
 * @param severity the worst so far
 * @param since when the cause began
 * @param openedAt when it was opened; the same as since before that
 * @param clearedAt when it was cleared
 * @param text one line for operators
 * @param facts what was measured, as parameters of the host's event: {@code value}, {@code
 *     threshold}, {@code expected} and others
 * @param reasons why, in words; the strongest first
 * @param flapping whether it comes and goes so often that it is kept open
 * @param suppressedBy why it is not sent; empty for one that is
 * @param timeline what happened to it, oldest first; a bounded number
 */
public record Alert(
    long id,
    String rule,
    AlertKind kind,
    AlertSubject subject,
    List<AlertSubject> members,
    AlertPlace place,
    State state,
    AlertSeverity severity,
    Instant since,
    Instant openedAt,
    Optional<Instant> clearedAt,
    String text,
    Map<String, String> facts,
    List<String> reasons,
    boolean flapping,
    Optional<String> suppressedBy,
    List<Entry> timeline) {
  /** How far an alert is. */
  public enum State {
    /** The cause is there, but not for long enough. */
    PENDING,
    /** The cause is there; something else explains it, so nothing is sent. */
    SUPPRESSED,
    /** The host is to have an alarm. */
    OPEN,
    /** The cause is gone. */
    CLEARED
  }

  /**
   * Something that happened to it.
   *
   * @param at when
   * @param what in words
   */
  public record Entry(Instant at, String what) {
    /** Rejects missing parts. */
    public Entry {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(what, "what");
    }
  }

  /** Copies the collections and rejects missing parts. */
  public Alert {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    members = List.copyOf(members);
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(openedAt, "openedAt");
    Objects.requireNonNull(clearedAt, "clearedAt");
    Objects.requireNonNull(text, "text");
    facts = Map.copyOf(facts);
    reasons = List.copyOf(reasons);
    Objects.requireNonNull(suppressedBy, "suppressedBy");
    timeline = List.copyOf(timeline);
  }

  /** Whether the host is to have an alarm. */
  public boolean isOpen() {
    return state == State.OPEN;
  }
}
