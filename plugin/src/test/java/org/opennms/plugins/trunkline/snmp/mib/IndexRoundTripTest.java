package org.opennms.plugins.trunkline.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IndexRoundTripTest {
  private static final MibTree TREE = BuiltIn.TREE;

  @Provide
  Arbitrary<Oid> instances() {
    return Combinators.combine(Arbitraries.of(BuiltIn.objects()), Arbitraries.longs())
        .as((symbol, seed) -> symbol.oid().append(index(symbol, new Random(seed))));
  }

  @Provide
  Arbitrary<Oid> anything() {
    Arbitrary<Oid> tail = Arbitraries.integers().array(int[].class).ofMaxSize(20).map(Oid::of);
    return Combinators.combine(Arbitraries.of(BuiltIn.objects()), tail)
        .as((symbol, index) -> symbol.oid().append(index));
  }

  @Property(tries = 20_000)
  void an_instance_with_a_valid_index_has_a_name_that_leads_back(@ForAll("instances") Oid oid) {
    String name = TREE.name(oid);

    assertThat(BuiltIn.resolved(TREE, name)).isEqualTo(oid);
    MibLocation location = TREE.locate(oid).orElseThrow();
    assertThat(location.values().isPresent()).isEqualTo(!location.symbol().index().isEmpty());
  }

  @Property(tries = 20_000)
  void any_index_has_a_name_that_leads_back(@ForAll("anything") Oid oid) {
    assertThat(BuiltIn.resolved(TREE, TREE.name(oid))).isEqualTo(oid);
  }

  @Property(tries = 5000)
  void any_text_is_resolved_or_refused(@ForAll String text, @ForAll boolean behindColumn) {
    String name = behindColumn ? "ipAddressIfIndex." + text : text;

    assertThat(TREE.resolve(name)).isNotNull();
  }

  /** Sub-identifiers that fit the row's index, as an agent would make them. */
  private static Oid index(MibSymbol symbol, Random random) {
    if (symbol.kind() == MibSymbol.Kind.SCALAR) {
      return Oid.of(0);
    }
    Oid index = Oid.EMPTY;
    for (IndexPart part : symbol.index()) {
      index = index.append(part(part, random));
    }
    return index;
  }

  private static Oid part(IndexPart part, Random random) {
    BaseType base = part.syntax().base();
    if (base.isNumber()) {
      return Oid.of(random.nextBoolean() ? random.nextInt(8) : random.nextInt());
    }
    if (base == BaseType.IP_ADDRESS) {
      return octets(4, random);
    }
    if (base == BaseType.NETWORK_ADDRESS) {
      return Oid.of(1).append(octets(4, random));
    }
    if (part.syntax().fixedSize().isPresent()) {
      return octets(part.syntax().fixedSize().getAsInt(), random);
    }
    int least = part.implied() ? 1 : 0; // RFC 2578 section 7.7 forbids an implied empty string
    int length = random.nextBoolean() ? random.nextInt(least, 20) : random.nextBoolean() ? 4 : 16;
    Oid content =
        base == BaseType.OBJECT_IDENTIFIER
            ? Oid.of(random.ints(length).toArray())
            : octets(length, random);
    return part.implied() ? content : Oid.of(length).append(content);
  }

  /** Any octets, or letters, so that texts come up. */
  private static Oid octets(int length, Random random) {
    boolean letters = random.nextBoolean();
    return Oid.of(random.ints(length, letters ? ' ' : 0, letters ? 0x7f : 256).toArray());
  }
}
