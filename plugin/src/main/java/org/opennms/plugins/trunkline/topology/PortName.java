package org.opennms.plugins.trunkline.topology;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Interface names in one spelling: {@code GigabitEthernet0/1} is {@code Gi0/1}. Stateless. */
public final class PortName {
  private static final Pattern TYPED = Pattern.compile("([a-z][a-z-]*[a-z]|[a-z]) ?(\\d[\\d/.:]*)");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("ethernet", "eth"),
          Map.entry("fastethernet", "fa"),
          Map.entry("fas", "fa"),
          Map.entry("gigabitethernet", "gi"),
          Map.entry("gig", "gi"),
          Map.entry("gige", "gi"),
          Map.entry("twogigabitethernet", "tw"),
          Map.entry("twogige", "tw"),
          Map.entry("fivegigabitethernet", "fi"),
          Map.entry("tengigabitethernet", "te"),
          Map.entry("tengige", "te"),
          Map.entry("ten", "te"),
          Map.entry("xgigabitethernet", "xge"),
          Map.entry("twentyfivegige", "twe"),
          Map.entry("twentyfivegigabitethernet", "twe"),
          Map.entry("fortygige", "fo"),
          Map.entry("fortygigabitethernet", "fo"),
          Map.entry("fiftygige", "fif"),
          Map.entry("hundredgige", "hu"),
          Map.entry("hundredgigabitethernet", "hu"),
          Map.entry("fourhundredgige", "fh"),
          Map.entry("port-channel", "po"),
          Map.entry("portchannel", "po"),
          Map.entry("bundle-ether", "be"),
          Map.entry("serial", "se"),
          Map.entry("ser", "se"),
          Map.entry("loopback", "lo"),
          Map.entry("vlan", "vl"),
          Map.entry("tunnel", "tu"),
          Map.entry("management", "ma"),
          Map.entry("mgmt", "ma"));

  private PortName() {}

  /** Equal for names that mean the same interface of one device. */
  public static String canonical(String name) {
    String lower = BLANKS.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
    Matcher typed = TYPED.matcher(lower);
    return typed.matches()
        ? SHORT.getOrDefault(typed.group(1), typed.group(1)) + typed.group(2)
        : lower;
  }
}
