package org.opennms.plugins.trunkline.traffic;

/**
 * Packets with errors and discarded ones among all, in counts or per second. NaN stands for what is
 * not told.
 *
 * @param all packets of every fate
 * @param errors those with errors
 * @param discards those discarded
 */
record PacketRatios(double all, double errors, double discards) {
  // RFC 2863: those received with errors or discarded are not counted as delivered.
  static PacketRatios received(double delivered, double errors, double discards) {
    return new PacketRatios(
        delivered + zeroIfUntold(errors) + zeroIfUntold(discards), errors, discards);
  }

  // RFC 2863: packets to be sent are counted whether or not they could be.
  static PacketRatios sent(double packets, double errors, double discards) {
    return new PacketRatios(packets, errors, discards);
  }

  double errorRatio() {
    return of(errors);
  }

  double discardRatio() {
    return of(discards);
  }

  private double of(double part) {
    if (Double.isNaN(part) || Double.isNaN(all)) {
      return Double.NaN;
    }
    return all > 0 ? Math.min(1, part / all) : part > 0 ? 1 : 0;
  }

  private static double zeroIfUntold(double count) {
    return Double.isNaN(count) ? 0 : count;
  }
}
