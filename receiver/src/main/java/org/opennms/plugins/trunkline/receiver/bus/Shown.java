package org.opennms.plugins.trunkline.receiver.bus;

/** Text of strangers, fit for a log. Stateless. */
final class Shown {
  private Shown() {}

  /** Short and without control characters. */
  static String text(String text, int most) {
    String printable = text.replaceAll("\\p{C}", "?");
    return printable.length() <= most ? printable : printable.substring(0, most) + "…";
  }
}
