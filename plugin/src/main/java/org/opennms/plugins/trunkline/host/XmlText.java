package org.opennms.plugins.trunkline.host;

/** Text as the host passes it on. Stateless. */
final class XmlText {
  private XmlText() {}

  /**
   * The host passes events on as XML 1.0 (section 2.2), which has no place for what devices may
   * say.
   */
  static String legal(String text) {
    return text.codePoints()
        .map(c -> isLegal(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
