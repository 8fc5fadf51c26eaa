package org.opennms.plugins.trunkline.classify.text;

import java.util.Locale;
import java.util.Set;

/**
 * Finds the names of ports in what operators write: {@code xe-0/2/0}, {@code Gi1/0/1}, {@code
 * 1:17}, {@code Po50}, {@code eth0}. Stateless; linear in the text's length.
 */
public final class PortSyntax {
  private static final Set<String> NETWORK =
      Set.of(
          ("po ae lag trk bagg ragg eth-trunk ethtrunk port-channel portchannel bundle-ether be "
                  + "mlag smartgroup")
              .split(" ", -1));
  private static final Set<String> HOST =
      Set.of(
          ("eth ens enp eno em vmnic vmk nic bond team lom net vswitch hba mgmt-eth p1p p2p "
                  + "ethernet-adapter")
              .split(" ", -1));

  private PortSyntax() {}

  /** What kind of device names its ports so. */
  public enum Owner {
    /** A switch or router. */
    NETWORK,
    /** A server. */
    HOST
  }

  /**
   * A port in a text.
   *
   * @param start of its first character
   * @param end after its last character
   * @param owner who names ports so
   */
  public record Port(int start, int end, Owner owner) {}

  /** The last port in a text, which is the far one in {@code a:1 to b:2}; null where none is. */
  public static Port find(String text) {
    int end = Math.min(text.length(), FoldedText.LIMIT);
    for (int i = end - 1; i >= 0; i--) {
      if (isDigit(text, i)) {
        int first = numbersStart(text, i);
        Port port = portAt(text, first, i + 1);
        if (port != null) {
          return port;
        }
        i = first;
      }
    }
    return null;
  }

  /** Where a run of digits, slashes, dots and colons that ends here begins. */
  private static int numbersStart(String text, int last) {
    int first = last;
    while (first > 0 && isNumberPart(text, first - 1)) {
      first--;
    }
    while (!isDigit(text, first)) {
      first++;
    }
    return first;
  }

  private static boolean isNumberPart(String text, int at) {
    char c = text.charAt(at);
    return isDigit(text, at) || c == '/' || c == '.' || c == ':';
  }

  private static Port portAt(String text, int first, int end) {
    int slashes = count(text, first, end, '/');
    int letters = lettersStart(text, first);
    String prefix = text.substring(letters, first).toLowerCase(Locale.ROOT);
    prefix = prefix.replaceAll("[- ]+$", "");
    if (HOST.contains(prefix) && slashes == 0) {
      return new Port(letters, end, Owner.HOST);
    }
    if (NETWORK.contains(prefix)) {
      return new Port(letters, end, Owner.NETWORK);
    }
    boolean plausible = slashes > 0 && slashes < 5 && !isAddressOrDate(text, first, end);
    if (!plausible) {
      return null;
    }
    boolean named = isPortWord(prefix);
    return named || slashes > 1 ? new Port(named ? letters : first, end, Owner.NETWORK) : null;
  }

  /** {@code 10.4.68.0/24} is no port, nor is {@code 12/05/2019}. */
  private static boolean isAddressOrDate(String text, int first, int end) {
    int dots = count(text, first, end, '.');
    int lastSlash = text.lastIndexOf('/', end - 1);
    return dots > 1 || end - lastSlash - 1 > 3;
  }

  private static boolean isPortWord(String prefix) {
    return switch (prefix) {
      case "g", "t", "e", "f", "p", "x", "gi", "ge", "gig", "gige", "gei", "te", "tengi", "ten" ->
          true;
      case "tengige", "tge", "xe", "xge", "xgei", "et", "fa", "fe", "fei", "eth", "ethernet" ->
          true;
      case "fo", "hu", "fou", "twe", "tw", "fi", "ce", "so", "port", "pt", "xgigabitethernet" ->
          true;
      default -> prefix.endsWith("ethernet") || prefix.endsWith("gige") || prefix.endsWith("port");
    };
  }

  private static int lettersStart(String text, int first) {
    int at = first;
    if (at > 1 && (text.charAt(at - 1) == '-' || text.charAt(at - 1) == ' ')) {
      at--;
    }
    int hyphen = at;
    while (at > 0 && isPortLetter(text, at - 1) && first - at < 20) {
      at--;
    }
    return at == hyphen ? first : at;
  }

  private static boolean isPortLetter(String text, int at) {
    char c = text.charAt(at);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(String text, int at) {
    char c = text.charAt(at);
    return c >= '0' && c <= '9';
  }

  private static int count(String text, int from, int to, char wanted) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += text.charAt(i) == wanted ? 1 : 0;
    }
    return count;
  }
}
