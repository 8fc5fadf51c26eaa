package org.opennms.plugins.trunkline.sandbox.network.generate;

import java.util.Locale;

/** How an operator writes the description of a link to another device. */
enum Habit {
  /** {@code Core: fra-cr1 Te0/1/1}. */
  KEYWORD,
  /** {@code facing_fra-cr1:Te0/1/1}. */
  FACING,
  /** {@code to.fra-cr1:Te0/1/1}. */
  TO_DOT,
  /** {@code TO-FRA-CR1}. */
  TO_UPPER,
  /** {@code fra-cr1_Te0/1/1}. */
  PEER_PORT,
  /** A sentence in the language of the place. */
  PROSE,
  /** {@code ### L3 fra-cr1 Te0/1/1 ###}. */
  BANNER;

  String link(Site site, String keyword, String peer, String port) {
    return switch (this) {
      case KEYWORD -> keyword + ": " + peer + " " + port;
      case FACING -> "facing_" + peer + ":" + port;
      case TO_DOT -> "to." + peer + ":" + port;
      case TO_UPPER -> "TO-" + peer.toUpperCase(Locale.ROOT);
      case PEER_PORT -> peer + "_" + port;
      case PROSE -> site.linkTo(peer) + " " + port;
      case BANNER -> "### " + keyword + " " + peer + " " + port + " ###";
    };
  }

  String uplink(Site site, Provider provider, String circuit, String speed) {
    String carrier = provider.carrier();
    return switch (this) {
      case KEYWORD -> "Transit: " + carrier + " [" + speed + "] {" + circuit + "}";
      case FACING -> "facing_" + carrier.toLowerCase(Locale.ROOT).replace(' ', '-') + ":pe1";
      case TO_DOT -> "to." + carrier + ":uplink " + circuit;
      case TO_UPPER -> "TO-" + carrier.toUpperCase(Locale.ROOT) + "-ISP";
      case PEER_PORT -> "ISP_" + carrier + "_" + speed;
      case PROSE -> site.linkTo(carrier) + ", Internet " + speed + ", " + circuit;
      case BANNER -> "### UPLINK " + carrier + " AS" + provider.number() + " " + circuit + " ###";
    };
  }
}
