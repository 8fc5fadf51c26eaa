package org.opennms.plugins.trunkline.classify;

import org.opennms.plugins.trunkline.classify.Words.Column;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.provider.Alias;
import org.opennms.plugins.trunkline.classify.provider.Providers;
import org.opennms.plugins.trunkline.classify.text.Filler;
import org.opennms.plugins.trunkline.classify.text.FoldedText;
import org.opennms.plugins.trunkline.classify.text.Matches;
import org.opennms.plugins.trunkline.classify.text.PortSyntax;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/** Evidence of the first kind: what operators and vendors write. Immutable. */
final class TextEvidence implements EvidenceSource {
  private static final double NAME = 0.8;
  private static final double DESCR = 0.75;
  private static final double VENDOR_TEMPLATE = 0.2;
  private static final double KEYWORD_PREFIX = 1.3;
  private static final double RELATIVE = 0.7;

  private final Providers providers;

  TextEvidence(Providers providers) {
    this.providers = providers;
  }

  @Override
  public void collect(DeviceContext device, InterfaceEvidence evidence, Desk desk) {
    read(device, evidence.networkInterface(), desk, 1);
    if (desk.findings.text.isEmpty()) {
      InterfaceEvidence relative = device.relative(evidence);
      if (relative != null && !relative.equals(evidence)) {
        desk.votes.clear();
        read(device, relative.networkInterface(), desk, RELATIVE);
      }
    }
  }

  private void read(DeviceContext device, NetworkInterface row, Desk desk, double factor) {
    String alias = operatorText(device, row);
    if (!alias.isEmpty()) {
      desk.findings.text = alias;
      words(Column.ALIAS, alias, 1, desk);
      structure(device, alias, desk, factor);
    }
    // A cable's upstream is a channel from the customers: the device speaks there, no operator.
    boolean speaks = InterfaceKind.of(row) != InterfaceKind.CUSTOMER_LINE;
    if (speaks && !row.ifName().equals(alias)) {
      words(Column.NAME, row.ifName(), NAME * vendor(device, row.ifName()), desk);
    }
    if (speaks && !row.ifDescr().equals(alias) && !row.ifDescr().equals(row.ifName())) {
      words(Column.DESCR, row.ifDescr(), DESCR * vendor(device, row.ifDescr()), desk);
    }
    desk.votes.addTo(desk.score, factor);
  }

  /** ifAlias unless it is a filler; a name that is no port's name is the operator's too. */
  private static String operatorText(DeviceContext device, NetworkInterface row) {
    String alias = row.ifAlias();
    boolean copied = alias.equals(row.ifName()) || alias.equals(row.ifDescr());
    if (copied ? device.isTemplate(alias) : isFiller(row)) {
      return "";
    }
    return copied && InterfaceKind.of(row) == InterfaceKind.PHYSICAL ? "" : alias;
  }

  private static boolean isFiller(NetworkInterface row) {
    return Filler.isFiller(row.ifAlias(), row.ifName(), row.ifDescr());
  }

  private static double vendor(DeviceContext device, String name) {
    return device.isTemplate(name) ? VENDOR_TEMPLATE : 1;
  }

  private static void words(Column column, String text, double factor, Desk desk) {
    FoldedText folded = desk.text.set(text);
    Words.LEXICON.find(folded, desk.matches);
    Matches matches = desk.matches;
    int from = column == Column.ALIAS ? 0 : InterfaceKind.prefixLength(text);
    for (int i = 0; i < matches.count(); i++) {
      if (matches.start(i) < from) {
        continue;
      }
      Concept concept = Words.LEXICON.keyword(matches.keyword(i)).meaning();
      boolean prefix = isKeywordPrefix(text, folded, matches.start(i), matches.end(i));
      desk.votes.add(
          concept,
          Words.signal(column, matches.keyword(i)),
          prefix ? KEYWORD_PREFIX * factor : factor);
      if (column == Column.ALIAS) {
        note(concept, prefix, matches.start(i), matches.end(i), desk.findings);
      }
    }
  }

  /** {@code Cust: }: operators who use keywords put them first, with a colon. */
  private static boolean isKeywordPrefix(String text, FoldedText folded, int start, int end) {
    boolean colon = end < folded.length() && text.charAt(end) == ':';
    return colon && startsText(folded, start);
  }

  private static boolean startsText(FoldedText folded, int start) {
    for (int i = 0; i < start; i++) {
      if (!folded.isSeparator(i)) {
        return false;
      }
    }
    return true;
  }

  private static void note(
      Concept concept, boolean prefix, int start, int end, TextFindings findings) {
    switch (concept.name()) {
      case "transit" -> {
        findings.external = true;
        findings.afterExternalKeyword = prefix ? end + 1 : findings.afterExternalKeyword;
      }
      case "internet", "wan", "subscriber line", "leased line", "carrier word" ->
          findings.carrierWord = true;
      case "customer" -> {
        findings.customer = true;
        findings.customerFirst |= prefix;
      }
      case "link", "uplink", "downlink" -> {
        findings.link = true;
        findings.afterLink = Math.max(findings.afterLink, end);
      }
      case "place" -> {
        findings.placeStart = start;
        findings.placeEnd = end;
      }
      default -> {}
    }
  }

  private void structure(DeviceContext device, String alias, Desk desk, double factor) {
    TextFindings findings = desk.findings;
    findings.port = PortSyntax.find(alias);
    if (findings.port != null) {
      boolean host = findings.port.owner() == PortSyntax.Owner.HOST;
      desk.score.add(host ? TextSignals.HOST_PORT : TextSignals.NETWORK_PORT, factor);
    }
    if (!findings.link && hasArrow(alias)) {
      desk.score.add(TextSignals.ARROW, factor);
    }
    if (isNamedAlike(device, alias)) {
      desk.score.add(TextSignals.NAMED_ALIKE, factor);
    }
    desk.text.set(alias);
    if (isPlace(desk.text, findings)) {
      boolean routes = device.type() != DeviceType.SWITCH;
      desk.score.add(TextSignals.PLACE, routes ? factor : factor / 2);
    }
    provider(desk, factor);
  }

  private static boolean hasArrow(String alias) {
    int at = alias.indexOf('>');
    return at >= 0 && alias.indexOf('<') <= 0 && at + 1 < alias.length();
  }

  private static boolean isNamedAlike(DeviceContext device, String alias) {
    String scheme = device.scheme();
    return !scheme.isEmpty()
        && alias.regionMatches(true, 0, scheme, 0, scheme.length())
        && alias.length() > scheme.length()
        && !Character.isLetter(alias.charAt(scheme.length()));
  }

  /** A place is a far end where the text is nothing else, or where it follows {@code to}. */
  private static boolean isPlace(FoldedText text, TextFindings findings) {
    if (findings.placeStart < 0) {
      return false;
    }
    boolean alone = !hasLetters(text, 0, findings.placeStart);
    boolean afterLink =
        findings.afterLink >= 0
            && findings.afterLink <= findings.placeStart
            && !hasLetters(text, findings.afterLink, findings.placeStart);
    return (alone || afterLink) && !hasLetters(text, findings.placeEnd, text.length());
  }

  private static boolean hasLetters(FoldedText text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!text.isSeparator(i) && !text.isDigit(i)) {
        return true;
      }
    }
    return false;
  }

  private void provider(Desk desk, double factor) {
    TextFindings findings = desk.findings;
    int found = providers.find(desk.text, desk.matches);
    if (findings.customerFirst) {
      desk.score.add(TextSignals.CUSTOMER_FIRST, factor);
      return;
    }
    if (found < 0) {
      return;
    }
    Alias alias = providers.alias(desk.matches, found);
    boolean carrier = findings.external || findings.carrierWord;
    boolean alone =
        !hasLetters(desk.text, 0, desk.matches.start(found))
            && !hasLetters(desk.text, desk.matches.end(found), desk.text.length());
    if (!alias.weak() || carrier) {
      desk.score.add(TextSignals.PROVIDER, factor);
      findings.provider = alias.provider();
    } else if (alone) {
      desk.score.add(TextSignals.PERHAPS_PROVIDER, factor);
      findings.provider = alias.provider();
    }
  }
}
