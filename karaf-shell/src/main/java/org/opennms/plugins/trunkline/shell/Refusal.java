package org.opennms.plugins.trunkline.shell;

import org.apache.karaf.shell.support.CommandException;
import org.opennms.plugins.trunkline.operations.OperationException;

/**
 * Why a command fails: thrown, not printed, so that the exit code is 1; as Karaf's own exception,
 * so that an operator's slip leaves no stack trace in the host's log.
 */
final class Refusal {
  private Refusal() {}

  /** What is wrong, and what to do. */
  static CommandException of(String message, String remedy) {
    String text = Printable.text(message) + "\n" + Printable.text(remedy);
    return new CommandException("Error: " + text, text);
  }

  /** What a part refused. */
  static CommandException of(OperationException refused) {
    return of(refused.getMessage(), refused.remedy());
  }

  /** No interface with these names is known. */
  static CommandException unknownInterface(String node, String ifName) {
    return of(
        "No interface '" + ifName + "' is known of node '" + node + "'.",
        "opennms-trunkline:interfaces --node '"
            + node
            + "' lists what is known, opennms-trunkline:discover '"
            + node
            + "' reads the node anew.");
  }

  /**
   * The service, when it is there.
   *
   * @param service as Karaf injected it, null when it is absent
   * @param what it is, in words
   */
  static <T> T unlessPresent(T service, String what) throws CommandException {
    if (service == null) {
      throw of(
          "Trunkline's " + what + " is not available: its plugin bundle is not active.",
          "bundle:list and bundle:diag show why; the log has more (log:display).");
    }
    return service;
  }
}
