package org.opennms.plugins.trunkline.snmp.mib.smi;

/**
 * Blanks out comments as ASN.1 ends them: at the next double hyphen, or with the line. A run of
 * three or more hyphens is a divider, and comments out the rest of its line.
 */
final class Comments {
  private Comments() {}

  /** The same text with spaces for comments, so that lines and columns stay. */
  static String blank(String text) {
    char[] out = text.toCharArray();
    int at = 0;
    while (at < out.length) {
      if (out[at] == '"') {
        at = afterString(out, at);
      } else if (hyphens(out, at) >= 2) {
        at = blankComment(out, at);
      } else {
        at++;
      }
    }
    return new String(out);
  }

  private static int afterString(char[] out, int quote) {
    int at = quote + 1;
    while (at < out.length && out[at] != '"') {
      at++;
    }
    return at + 1;
  }

  private static int blankComment(char[] out, int start) {
    int opening = hyphens(out, start);
    int at = start;
    int inside = start + opening;
    while (at < out.length && out[at] != '\n' && out[at] != '\r') {
      boolean closes = opening == 2 && at >= inside && hyphens(out, at) == 2;
      if (closes) {
        out[at] = ' ';
        out[at + 1] = ' ';
        return at + 2;
      }
      int run = at >= inside ? Math.max(1, hyphens(out, at)) : 1;
      for (int end = at + run; at < end; at++) {
        out[at] = ' ';
      }
    }
    return at;
  }

  private static int hyphens(char[] out, int from) {
    int at = from;
    while (at < out.length && out[at] == '-') {
      at++;
    }
    return at - from;
  }
}
