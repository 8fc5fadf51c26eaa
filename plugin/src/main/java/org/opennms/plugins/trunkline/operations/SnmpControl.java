package org.opennms.plugins.trunkline.operations;

import java.util.List;

/**
 * Changes objects on devices and sends notifications, on an operator's behalf. Calls block as those
 * of {@link SnmpDesk} do; thread-safe. Both throw {@link OperationException} for an unknown node or
 * name, for a value that does not fit, when it is not allowed, and when the device refuses or does
 * not answer.
 *
 * <p>An assignment is {@code NAME=VALUE}, the value by the object's syntax as it is shown ({@code
 * up}, {@code createAndGo}, {@code 00:00:5e:00:53:01}), or {@code NAME:TYPE=VALUE} where the object
 * is not known or its module calls it read-only; types are integer, unsigned, counter64, timeticks,
 * ipaddress, string, hex, oid and rowstatus. The value {@code current} of a TestAndIncr is read
 * first.
 */
public interface SnmpControl {
  /**
   * Sets objects in one request, which the device carries out wholly or not at all. Refused unless
   * the node's profile says {@code allowSet: true}; every attempt is recorded.
   *
   * @param by who asks for it
   * @return the objects as the device confirmed them
   */
  List<SnmpDesk.Row> set(String node, List<String> assignments, String by);

  /**
   * Sends a trap or inform with the credentials that the configuration has for the node.
   *
   * @param node the receiver
   * @param message what to say
   * @return where it was sent
   */
  String notify(String node, Message message);

  /**
   * A notification.
   *
   * @param name of a NOTIFICATION-TYPE, or any OID
   * @param assignments at least one for each of its OBJECTS; others follow
   * @param confirmed whether it is an inform, which is repeated until it is confirmed
   * @param port of the receiver, 1 to 65535; 162 as a rule
   */
  record Message(String name, List<String> assignments, boolean confirmed, int port) {
    /** Copies the list. */
    public Message {
      assignments = List.copyOf(assignments);
    }
  }
}
