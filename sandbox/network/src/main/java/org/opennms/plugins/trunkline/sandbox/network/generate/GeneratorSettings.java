package org.opennms.plugins.trunkline.sandbox.network.generate;

/**
 * What network to generate; the same settings give the same network everywhere.
 *
 * @param devices 10 to 5,000
 * @param seed any number
 * @param ports 0 for a mixed network; else every device is a router or switch with this many
 *     physical ports
 * @param network number of the first address, in 127.0.0.0/8
 */
public record GeneratorSettings(int devices, long seed, int ports, int network) {

  /** Fewest devices. */
  public static final int MIN_DEVICES = 10;

  /** Most devices. */
  public static final int MAX_DEVICES = 5_000;

  /** 127.16.0.0. */
  public static final int DEFAULT_NETWORK = 0x7f10_0000;

  private static final int FEWEST_PORTS = 8;
  private static final int MOST_PORTS = 512;

  /** Checks the ranges. */
  public GeneratorSettings {
    if (devices < MIN_DEVICES || devices > MAX_DEVICES) {
      throw new IllegalArgumentException(
          "a network has 10 to 5000 devices, not " + devices + "; change --devices");
    }
    if (ports != 0 && (ports < FEWEST_PORTS || ports > MOST_PORTS)) {
      throw new IllegalArgumentException(
          "a device has 8 to 512 ports, or 0 for a mixed network, not "
              + ports
              + "; change --ports");
    }
    if (network >>> 24 != 127 || ((long) network & 0xffff_ffffL) + devices + 256 > 0x7fff_ffffL) {
      throw new IllegalArgumentException(
          "the agents' addresses must fit into 127.0.0.0/8; change --network");
    }
  }

  /** A mixed network at 127.16.0.0. */
  public static GeneratorSettings mixed(int devices, long seed) {
    return new GeneratorSettings(devices, seed, 0, DEFAULT_NETWORK);
  }

  /** Every device with the same number of physical ports. */
  public GeneratorSettings withPorts(int count) {
    return new GeneratorSettings(devices, seed, count, network);
  }
}
