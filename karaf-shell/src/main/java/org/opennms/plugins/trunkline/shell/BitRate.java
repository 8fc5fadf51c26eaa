package org.opennms.plugins.trunkline.shell;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;

/** Bit rates as operators write them: bit/s, with k, M, G or T for powers of 1000. */
final class BitRate {
  private static final String UNITS = "kMGT";

  private BitRate() {}

  /**
   * For example {@code 1G}, {@code 1.544M}, {@code 64k}; a dash for 0, which stands for unknown.
   */
  static String format(long bitsPerSecond) {
    if (bitsPerSecond <= 0) {
      return "-";
    }
    BigDecimal value = BigDecimal.valueOf(bitsPerSecond);
    String unit = "";
    for (int i = 0; i < UNITS.length() && value.compareTo(BigDecimal.valueOf(1000)) >= 0; i++) {
      value = value.movePointLeft(3);
      unit = UNITS.substring(i, i + 1);
    }
    return value.stripTrailingZeros().toPlainString() + unit;
  }

  /** The rate, in any case of the unit; empty when it is not a positive whole number of bit/s. */
  static OptionalLong parse(String text) {
    String number = text.strip();
    int power = 0;
    if (!number.isEmpty()) {
      int unit =
          UNITS
              .toLowerCase(Locale.ROOT)
              .indexOf(Character.toLowerCase(number.charAt(number.length() - 1)));
      if (unit >= 0) {
        power = 3 * (unit + 1);
        number = number.substring(0, number.length() - 1);
      }
    }
    if (number.length() > 20 || !number.matches("[0-9]+(\\.[0-9]+)?")) {
      return OptionalLong.empty();
    }
    try {
      long value = new BigDecimal(number).movePointRight(power).longValueExact();
      return value > 0 ? OptionalLong.of(value) : OptionalLong.empty();
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }
}
