package org.opennms.plugins.trunkline.snmp.mib;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the index part of a name: numbers stand for sub-identifiers as they are, labels and texts
 * for what the row's index makes of them. An index may stop early, as the start of a walk. Used by
 * one thread, once.
 */
final class IndexEncoder {
  private final List<NamePart> words;
  private final int[] arcs = new int[Oid.MAX_SIZE];
  private int size;
  private int at;
  private String kind = "";

  private IndexEncoder(List<NamePart> words) {
    this.words = words;
  }

  /** The index, or empty sub-identifiers and why not. */
  record Encoded(Oid index, Optional<String> fault) {}

  static Encoded encode(List<IndexPart> parts, List<NamePart> words) {
    IndexEncoder encoder = new IndexEncoder(words);
    Optional<String> fault =
        words.stream().allMatch(word -> word.arc() >= 0)
            ? encoder.numbers(words.size())
            : encoder.parts(parts);
    return fault.isPresent()
        ? new Encoded(Oid.EMPTY, fault)
        : new Encoded(Oid.of(Arrays.copyOf(encoder.arcs, encoder.size)), fault);
  }

  private Optional<String> parts(List<IndexPart> parts) {
    for (IndexPart part : parts) {
      if (at == words.size()) {
        return Optional.empty();
      }
      Optional<String> fault = words.get(at).arc() >= 0 ? numeric(part) : text(part);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return at == words.size()
        ? Optional.empty()
        : Optional.of("'" + words.get(at).text() + "' is more than the index has parts");
  }

  private Optional<String> numeric(IndexPart part) {
    long first = words.get(at).arc();
    BaseType base = part.syntax().base();
    if (base.isNumber()) {
      kind = part.syntax().labels().label(first).orElse("");
      return numbers(1);
    }
    if (base == BaseType.IP_ADDRESS || base == BaseType.NETWORK_ADDRESS) {
      return numbers(base == BaseType.IP_ADDRESS ? 4 : 5);
    }
    if (base.isOctets() && part.syntax().fixedSize().isPresent()) {
      return numbers(part.syntax().fixedSize().getAsInt());
    }
    return numbers(part.implied() ? words.size() : 1 + (int) Math.min(first, Oid.MAX_SIZE));
  }

  /** Takes up to so many sub-identifiers as they are. */
  private Optional<String> numbers(int count) {
    for (int end = Math.min(words.size(), at + count); at < end; at++) {
      long arc = words.get(at).arc();
      if (arc < 0) {
        return Optional.of("'" + words.get(at).text() + "' stands where a number should");
      }
      if (!add(arc)) {
        return tooLong();
      }
    }
    return Optional.empty();
  }

  private Optional<String> text(IndexPart part) {
    Syntax syntax = part.syntax();
    String text = words.get(at++).text();
    if (syntax.base().isNumber()) {
      kind = text;
      return syntax.labels().number(text).stream().anyMatch(this::add)
          ? Optional.empty()
          : Optional.of("'" + text + "' is no label of " + part.name());
    }
    if (syntax.base() == BaseType.IP_ADDRESS) {
      return octets(part, Addresses.parse(text, 4), text, false);
    }
    if (syntax.base().isOctets()) {
      return octets(part, OctetText.read(syntax, text, kind), text, IndexCodec.hasLength(part));
    }
    return Optional.of(part.name() + " is given in numbers, not as '" + text + "'");
  }

  private Optional<String> octets(
      IndexPart part, Optional<byte[]> octets, String text, boolean withLength) {
    if (octets.isEmpty()) {
      return Optional.of("'" + text + "' does not fit " + part.name());
    }
    int fixed = part.syntax().fixedSize().orElse(octets.get().length);
    if (octets.get().length != fixed) {
      return Optional.of(part.name() + " takes " + fixed + " octets, not '" + text + "'");
    }
    boolean fits = !withLength || add(octets.get().length);
    for (byte octet : octets.get()) {
      fits = fits && add(octet & 0xff);
    }
    return fits ? Optional.empty() : tooLong();
  }

  private boolean add(long arc) {
    if (size == arcs.length) {
      return false;
    }
    arcs[size++] = (int) arc;
    return true;
  }

  private static Optional<String> tooLong() {
    return Optional.of("the index is longer than " + Oid.MAX_SIZE + " sub-identifiers");
  }
}
