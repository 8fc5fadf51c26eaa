package org.opennms.plugins.trunkline.sandbox.network.table;

import java.nio.charset.StandardCharsets;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

/** Values in the SMI's types. */
public final class Values {
  private static final long MAX_UNSIGNED = 0xffff_ffffL;

  private Values() {}

  static Variable text(String text) {
    return new OctetString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Variable octets(byte... octets) {
    return new OctetString(octets);
  }

  static Variable integer(int number) {
    return new Integer32(number);
  }

  /** TruthValue (SNMPv2-TC). */
  static Variable truth(boolean value) {
    return new Integer32(value ? 1 : 2);
  }

  /** Counter64 where the counter has 64 bits. */
  static Variable counter64(long count) {
    return new Counter64(count);
  }

  /** The low 32 bits: what a Counter32 shows after it has wrapped. */
  static Variable counter32(long count) {
    return new Counter32(count & MAX_UNSIGNED);
  }

  /** A gauge stays at its maximum. */
  static Variable gauge(long number) {
    return new Gauge32(Math.min(number, MAX_UNSIGNED));
  }

  /** Hundredths of a second since the device booted; 0 for what happened before. */
  static TimeTicks ticks(GeneratedDevice device, long at) {
    return new TimeTicks((Math.max(0, at - device.bootedAt()) / 10) & MAX_UNSIGNED);
  }

  static Variable mac(long mac) {
    return new OctetString(macOctets(mac));
  }

  /** The six octets of a MAC address. */
  public static byte[] macOctets(long mac) {
    byte[] octets = new byte[6];
    for (int position = 0; position < octets.length; position++) {
      octets[position] = (byte) (mac >> (40 - 8 * position));
    }
    return octets;
  }
}
