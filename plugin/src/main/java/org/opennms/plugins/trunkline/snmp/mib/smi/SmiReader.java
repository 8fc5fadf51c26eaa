package org.opennms.plugins.trunkline.snmp.mib.smi;

/**
 * Reads MIB text: SMIv1 (RFC 1155, 1212, 1215) and SMIv2 (RFC 2578 to 2580), several modules to a
 * file if need be. A fault costs the definition in which it stands; reading goes on with the next.
 * Stateless and thread-safe; any text at all is answered, in time and memory that grow with its
 * length and not beyond {@link SmiTokens#MAX_TOKENS} words.
 */
public final class SmiReader {
  private SmiReader() {}

  /**
   * The modules of one file. Authors disagree on where a comment ends (ASN.1: at the next double
   * hyphen; many vendors: with the line), so the text is read the first way and, if that gives
   * problems, also the second; the reading with fewer problems counts.
   *
   * @param file the name for problems
   * @param text the whole file
   */
  public static SmiFile read(String file, String text) {
    SmiFile asn1 = new SmiFileParser(file).parse(Comments.blank(text));
    if (asn1.problems().isEmpty()) {
      return asn1;
    }
    SmiFile byLine = new SmiFileParser(file).parse(text);
    return byLine.problems().size() < asn1.problems().size() ? byLine : asn1;
  }
}
