package org.opennms.plugins.trunkline.topology;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opennms.plugins.trunkline.model.Capability;

/** What neighbours say that they can do, as bits, numbers, letters or words. Stateless. */
final class CapabilityBits {
  private static final Capability[] LLDP = {
    Capability.OTHER,
    Capability.REPEATER,
    Capability.BRIDGE,
    Capability.WLAN_AP,
    Capability.ROUTER,
    Capability.TELEPHONE,
    Capability.DOCSIS,
    Capability.STATION
  };
  private static final Capability[] CDP = {
    Capability.ROUTER,
    Capability.BRIDGE,
    Capability.BRIDGE,
    Capability.SWITCH,
    Capability.STATION,
    Capability.IGMP,
    Capability.REPEATER,
    Capability.TELEPHONE
  };
  private static final String CDP_LETTERS = "RTBSHIrP";
  private static final Pattern HEX_WORDS =
      Pattern.compile("([0-9A-Fa-f]{2})( [0-9A-Fa-f]{2})?\\b.*");
  private static final Pattern WORD_ENDS = Pattern.compile("[\\s,]+");

  private CapabilityBits() {}

  /**
   * LldpSystemCapabilitiesMap: BITS, the first bit of the first octet is other(0). Agents that send
   * an integer send the TLV's number, where the last bit is other; some send the octets as text.
   */
  static Set<Capability> lldp(TableValue value) {
    Set<Capability> found = EnumSet.noneOf(Capability.class);
    if (value.isNumber()) {
      addBits(found, LLDP, value.number().orElse(0));
      return found;
    }
    byte[] octets = value.octets();
    Matcher hex = HEX_WORDS.matcher(octets.length > 2 ? OctetText.of(octets) : "");
    int first =
        hex.matches() ? HexFormat.fromHexDigits(hex.group(1)) : octets.length == 0 ? 0 : octets[0];
    addBits(found, LLDP, Integer.reverse(first) >>> (Integer.SIZE - Byte.SIZE));
    return found;
  }

  /**
   * cdpCacheCapabilities: four octets, the last bit is router. Some agents send them in the order
   * of an Intel processor, some send the letters or words that a command line shows.
   */
  static Set<Capability> cdp(TableValue value) {
    Set<Capability> found = EnumSet.noneOf(Capability.class);
    byte[] octets = value.octets();
    if (value.number().isPresent()) {
      addBits(found, CDP, value.number().getAsLong());
    } else if (octets.length == Integer.BYTES && !OctetText.isPrintable(octets)) {
      int low = octets[3] & 0xff;
      addBits(found, CDP, low == 0 && octets[2] == 0 ? octets[0] : low);
    } else {
      addWords(found, OctetText.of(octets));
    }
    return found;
  }

  private static void addWords(Set<Capability> found, String text) {
    if (text.chars().allMatch(c -> CDP_LETTERS.indexOf(c) >= 0)) {
      text.chars().forEach(c -> found.add(CDP[CDP_LETTERS.indexOf(c)]));
      return;
    }
    WORD_ENDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .forEach(word -> Capability.parse(word).ifPresent(found::add));
  }

  private static void addBits(Set<Capability> found, Capability[] names, long bits) {
    for (int bit = 0; bit < names.length; bit++) {
      if ((bits >> bit & 1) == 1) {
        found.add(names[bit]);
      }
    }
  }
}
