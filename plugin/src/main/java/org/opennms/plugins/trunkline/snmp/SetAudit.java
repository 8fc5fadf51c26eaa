package org.opennms.plugins.trunkline.snmp;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.opennms.plugins.trunkline.model.Device;

/** Keeps a record of what was changed on devices. Thread-safe; must not block for long. */
public interface SetAudit {
  /** Called before a change is sent, when it is refused, and when its outcome is known. */
  void record(Entry entry);

  /** What happens to a change. */
  enum Stage {
    /** About to be sent. */
    SENDING,
    /** Not allowed, therefore not sent. */
    REFUSED,
    /** The device confirmed it. */
    DONE,
    /** The device refused it, or did not answer, so that it may or may not have been made. */
    FAILED
  }

  /**
   * One step of a change.
   *
   * @param at when
   * @param by who asked for it
   * @param device to be changed
   * @param assignments {@code OID = value}, in the request's order
   * @param stage what happened
   * @param detail why, for a refusal or failure; else empty
   */
  record Entry(
      Instant at, String by, Device device, List<String> assignments, Stage stage, String detail) {
    /** Copies the list and rejects missing parts. */
    public Entry {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(device, "device");
      Objects.requireNonNull(stage, "stage");
      Objects.requireNonNull(detail, "detail");
      assignments = List.copyOf(assignments);
    }
  }
}
