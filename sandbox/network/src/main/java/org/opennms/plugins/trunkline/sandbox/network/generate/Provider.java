package org.opennms.plugins.trunkline.sandbox.network.generate;

/**
 * A carrier. The names are public words; circuits and numbers beside them are invented.
 *
 * @param carrier its name as operators write it
 * @param number an AS number for documentation (RFC 5398)
 */
record Provider(String carrier, int number) {

  private static final String[] CARRIERS = {
    "Magti",
    "Silknet",
    "Lumen",
    "Telia",
    "Cogent",
    "Arelion",
    "GTT",
    "Zayo",
    "Deutsche Telekom",
    "Orange",
    "Vodafone",
    "Caucasus Online",
    "Level3",
    "NTT",
    "Tata",
    "Hurricane Electric"
  };

  private static final int FIRST_DOCUMENTATION_AS = 64_496;

  static Provider of(int number) {
    int position = Math.floorMod(number, CARRIERS.length);
    return new Provider(CARRIERS[position], FIRST_DOCUMENTATION_AS + position);
  }
}
