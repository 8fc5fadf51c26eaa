package org.opennms.plugins.trunkline.telemetry.content;

/**
 * Keeps what devices and operators wrote short enough: whatever a device answers, one event must
 * fit into an envelope. Stateless.
 */
final class Texts {
  /** Most characters of a value, for example sysDescr, which has 255 at most by SNMPv2-MIB. */
  static final int VALUE = 1024;

  /** Most characters of a tag or of a field of the metadata. */
  static final int LABEL = 256;

  private Texts() {}

  /** The text, or its beginning; never half a surrogate pair. */
  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }
}
