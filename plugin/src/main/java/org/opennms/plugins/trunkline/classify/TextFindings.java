package org.opennms.plugins.trunkline.classify;

import org.opennms.plugins.trunkline.classify.provider.Provider;
import org.opennms.plugins.trunkline.classify.text.PortSyntax;

/** What the text says besides the role, for one interface. For one thread. */
final class TextFindings {
  /** What the operator wrote; empty where he wrote nothing. */
  String text;

  /** The catalogue's entry for a carrier in the text; null for none. */
  Provider provider;

  /** Where what follows a keyword such as {@code transit:} begins; -1 for none. */
  int afterExternalKeyword;

  /** Whether the text names a customer. */
  boolean customer;

  /** Whether the text begins with the keyword for customers. */
  boolean customerFirst;

  /** Whether the text names transit or peering. */
  boolean external;

  /** Whether a word about carriers stands in the text. */
  boolean carrierWord;

  /** Whether the text is about a link: {@code to}, {@code uplink}. */
  boolean link;

  /** Where what follows {@code to} begins; -1 for none. */
  int afterLink;

  /** Where a place's name begins; -1 for none. */
  int placeStart;

  /** Where it ends. */
  int placeEnd;

  /** A port in the text; null for none. */
  PortSyntax.Port port;

  TextFindings() {
    clear();
  }

  /** Begins a new interface. */
  void clear() {
    text = "";
    provider = null;
    afterExternalKeyword = -1;
    customer = false;
    customerFirst = false;
    external = false;
    carrierWord = false;
    link = false;
    afterLink = -1;
    placeStart = -1;
    placeEnd = -1;
    port = null;
  }
}
