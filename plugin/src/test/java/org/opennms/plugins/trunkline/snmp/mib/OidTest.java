package org.opennms.plugins.trunkline.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidTest {
  private static Oid oid(String text) {
    return Oid.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "1.",
        "..1",
        "1..2",
        "-1",
        "1.-2",
        "1.x",
        "4294967296",
        "99999999999",
        " 1",
        "1 ",
        "٣"
      })
  void what_is_no_oid_is_not_read(String text) {
    assertThat(Oid.parse(text)).isEmpty();
  }

  @Test
  void sub_identifiers_are_unsigned() {
    Oid high = oid("1.4294967295");

    assertThat(high.arc(1)).isEqualTo(4294967295L);
    assertThat(high).hasToString("1.4294967295").isEqualTo(Oid.of(1, -1));
    assertThat(Oid.of(1).child(4294967295L)).isEqualTo(high);
  }

  @Test
  void at_most_128_sub_identifiers_are_read() {
    String longest = String.join(".", Collections.nCopies(Oid.MAX_SIZE, "1"));

    assertThat(oid(longest).size()).isEqualTo(128);
    assertThat(Oid.parse(longest + ".1")).isEmpty();
  }

  @Test
  void oids_are_ordered_as_snmp_walks_them() {
    assertThat(
            Stream.of("1.3", "1.2147483648", "1", "1.3.1", "1.10", "0.9")
                .map(OidTest::oid)
                .sorted())
        .extracting(Oid::toString)
        .containsExactly("0.9", "1", "1.3", "1.3.1", "1.10", "1.2147483648");
  }

  @Test
  void parts_are_taken_and_put_together() {
    Oid whole = oid("1.3.6.1.2");

    assertThat(whole.tail(3)).isEqualTo(oid("1.2"));
    assertThat(whole.slice(1, 3)).isEqualTo(oid("3.6"));
    assertThat(whole.tail(5)).isSameAs(Oid.EMPTY);
    assertThat(oid("1.3").append(oid("6.1.2"))).isEqualTo(whole);
    assertThat(whole.append(Oid.EMPTY)).isSameAs(whole);
    assertThat(whole.startsWith(oid("1.3"))).isTrue();
    assertThat(whole.startsWith(oid("1.3.6.1.2.3"))).isFalse();
    assertThat(whole.startsWith(oid("1.4"))).isFalse();
  }

  @Test
  void an_array_that_is_changed_later_does_not_change_the_oid() {
    int[] arcs = {1, 3};
    Oid oid = Oid.of(arcs);
    arcs[0] = 9;
    oid.toArray()[1] = 9;

    assertThat(oid).isEqualTo(oid("1.3"));
  }

  @Property
  void text_leads_back(@ForAll @Size(min = 1, max = 128) int[] arcs) {
    assertThat(oid(Oid.of(arcs).toString()))
        .isEqualTo(Oid.of(arcs))
        .hasSameHashCodeAs(Oid.of(arcs));
    assertThat(oid("." + Oid.of(arcs))).isEqualTo(Oid.of(arcs));
  }
}
