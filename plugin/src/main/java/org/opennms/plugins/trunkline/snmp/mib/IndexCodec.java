package org.opennms.plugins.trunkline.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Instances' indexes: sub-identifiers to text by RFC 2578 section 7.7, without loss. Strings are
 * quoted, double where a length precedes them, single where it is fixed or implied; what would not
 * read back the same stays numeric. Stateless.
 */
final class IndexCodec {
  private IndexCodec() {}

  /** The values of an index; empty when it does not fit the parts. */
  static Optional<List<IndexValue>> decode(List<IndexPart> parts, Oid index) {
    List<IndexValue> values = new ArrayList<>(parts.size());
    String kind = "";
    int at = 0;
    for (IndexPart part : parts) {
      int end = at + length(part, index, at);
      if ((end <= at && !part.implied()) || end > index.size()) {
        return Optional.empty();
      }
      Oid arcs = index.slice(at, end);
      String text = text(part, arcs, kind);
      values.add(new IndexValue(part, arcs, text));
      kind = text;
      at = end;
    }
    return at == index.size() ? Optional.of(values) : Optional.empty();
  }

  /** How many sub-identifiers the part takes, possibly more than there are. */
  private static int length(IndexPart part, Oid index, int at) {
    BaseType base = part.syntax().base();
    if (base.isNumber()) {
      return 1;
    }
    if (base == BaseType.NONE) {
      return Oid.MAX_SIZE + 1; // an unknown type fits nothing
    }
    if (base == BaseType.IP_ADDRESS) {
      return 4;
    }
    if (base == BaseType.NETWORK_ADDRESS) {
      return 5;
    }
    if (base.isOctets() && part.syntax().fixedSize().isPresent()) {
      return part.syntax().fixedSize().getAsInt();
    }
    if (part.implied()) {
      return index.size() - at;
    }
    boolean hasLength = at < index.size() && index.arc(at) < Oid.MAX_SIZE;
    return hasLength ? 1 + (int) index.arc(at) : Oid.MAX_SIZE;
  }

  private static String text(IndexPart part, Oid arcs, String kind) {
    Syntax syntax = part.syntax();
    if (syntax.base().isNumber()) {
      return syntax.labels().label(arcs.arc(0)).orElseGet(arcs::toString);
    }
    if (!syntax.base().isOctets()) {
      return arcs.toString();
    }
    int from = hasLength(part) ? 1 : 0;
    char quote = hasLength(part) ? '"' : '\'';
    return octets(arcs, from)
        .flatMap(octets -> OctetText.show(syntax, octets, kind))
        .map(text -> quote + text + quote)
        .orElseGet(arcs::toString);
  }

  static boolean hasLength(IndexPart part) {
    return !part.implied() && part.syntax().fixedSize().isEmpty();
  }

  private static Optional<byte[]> octets(Oid arcs, int from) {
    byte[] octets = new byte[arcs.size() - from];
    for (int i = 0; i < octets.length; i++) {
      long arc = arcs.arc(from + i);
      if (arc > 255) {
        return Optional.empty();
      }
      octets[i] = (byte) arc;
    }
    return Optional.of(octets);
  }
}
