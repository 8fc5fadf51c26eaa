package org.opennms.plugins.trunkline.shell;

import java.util.Locale;

/** Measured figures for people; a dash stands for what is not known. */
final class Figures {
  private Figures() {}

  /** Three significant digits or whole: {@code 0.0125}, {@code 3.14}, {@code 412}. */
  static String amount(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    if (value == 0 || value >= 100) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    int digits = 2 - (int) Math.floor(Math.log10(Math.abs(value)));
    return String.format(Locale.ROOT, "%." + Math.min(6, digits) + "f", value);
  }

  /** A share of 1 as {@code 41 %}. */
  static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.0f %%", share * 100) : "-";
  }

  /** A small share of 1 as {@code 0.2 %}, {@code 20 ppm} or {@code 0}. */
  static String ratio(double share) {
    if (!Double.isFinite(share)) {
      return "-";
    }
    if (share == 0) {
      return "0";
    }
    return share < 1e-3 ? amount(share * 1e6) + " ppm" : amount(share * 100) + " %";
  }

  /** The larger of two, of which either may be unknown. */
  static double larger(double one, double other) {
    return Double.isNaN(one) || other > one ? other : one;
  }
}
