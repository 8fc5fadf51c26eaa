package org.opennms.plugins.trunkline.snmp.mib;

/** What a text gives as a value of an object, for a SET or a notification. */
public sealed interface ValueReading {
  /**
   * A value.
   *
   * @param value with the wire's type that the object's syntax demands
   */
  record Read(WireValue value) implements ValueReading {}

  /**
   * No value of the object.
   *
   * @param reason for an operator
   */
  record Refused(String reason) implements ValueReading {}
}
