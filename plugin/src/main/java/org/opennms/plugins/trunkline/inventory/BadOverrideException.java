package org.opennms.plugins.trunkline.inventory;

/** A line that is no override; the message says what is wrong and what to do. */
final class BadOverrideException extends Exception {
  private static final long serialVersionUID = 1L;

  BadOverrideException(String what, String remedy) {
    super(what + ". " + remedy);
  }
}
