package org.opennms.plugins.trunkline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "192.0.2.0/24, 192.0.2.0, true",
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.0/24, 192.0.3.0, false",
    "192.0.2.77/24, 192.0.2.1, true",
    "0.0.0.0/0, 203.0.113.9, true",
    "192.0.2.7/32, 192.0.2.7, true",
    "192.0.2.1-192.0.2.9, 192.0.2.9, true",
    "192.0.2.1 - 192.0.2.9, 192.0.2.10, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::, false",
    "2001:db8::1-2001:db8::9, 2001:db8::5, true",
    "::/0, 192.0.2.1, false",
    "0.0.0.0/0, 2001:db8::1, false"
  })
  void an_address_is_inside_or_outside(String range, String address, boolean inside) {
    assertThat(AddressRange.parse(range))
        .hasValueSatisfying(
            r -> assertThat(r.contains(IpLiteral.parse(address).orElseThrow())).isEqualTo(inside));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "/",
        "/24",
        "-192.0.2.1",
        "192.0.2.1-",
        "192.0.2.0/",
        "192.0.2.0/33",
        "192.0.2.0/-1",
        "192.0.2.0/24/8",
        "192.0.2.0/999999999999",
        "2001:db8::/129",
        "192.0.2.9-192.0.2.1",
        "192.0.2.1-2001:db8::1",
        "192.0.2.0/24-192.0.2.9",
        "192.0.2.*",
        "router.example.net",
        "192.0.2.0/٢٤"
      })
  void what_is_no_range_is_refused(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "192.0.2.77/24, IPv4 192.0.2.0-192.0.2.255",
    "2001:db8::-2001:db8::f, IPv6 2001:db8:0:0:0:0:0:0-2001:db8:0:0:0:0:0:f"
  })
  void a_range_is_shown_by_its_ends(String text, String shown) {
    assertThat(AddressRange.parse(text).orElseThrow()).hasToString(shown);
  }

  @Test
  void a_range_does_not_run_backwards_or_across_families() {
    InetAddress low = IpLiteral.parse("192.0.2.1").orElseThrow();
    InetAddress high = IpLiteral.parse("192.0.2.9").orElseThrow();
    InetAddress other = IpLiteral.parse("2001:db8::1").orElseThrow();
    assertThatIllegalArgumentException().isThrownBy(() -> new AddressRange(high, low));
    assertThatIllegalArgumentException().isThrownBy(() -> new AddressRange(low, other));
  }

  @Property
  void a_network_holds_its_own_address_and_as_many_as_its_length_says(
      @ForAll @Size(16) byte[] octets, @ForAll @IntRange(max = 128) int length)
      throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(octets);
    int bits = address.getAddress().length * 8;
    int prefix = Math.min(length, bits);
    AddressRange range = AddressRange.parse(address.getHostAddress() + "/" + prefix).orElseThrow();
    assertThat(range.contains(address)).isTrue();
    assertThat(number(range.last()).subtract(number(range.first())))
        .isEqualTo(BigInteger.ONE.shiftLeft(bits - prefix).subtract(BigInteger.ONE));
    assertThat(number(range.first()).mod(BigInteger.ONE.shiftLeft(bits - prefix))).isZero();
  }

  @Property
  void any_text_is_a_range_with_its_ends_in_order_or_none(@ForAll("hostile") String text) {
    assertThat(AddressRange.parse(text))
        .matches(r -> r.map(o -> number(o.first()).compareTo(number(o.last())) <= 0).orElse(true));
  }

  @Test
  void an_empty_set_accepts_all_and_a_set_what_one_of_its_ranges_has() {
    AddressSet set =
        new AddressSet(
            List.of(
                AddressRange.parse("192.0.2.0/24").orElseThrow(),
                AddressRange.parse("2001:db8::/32").orElseThrow()));
    InetAddress far = IpLiteral.parse("203.0.113.1").orElseThrow();
    assertThat(AddressSet.ALL.contains(far)).isTrue();
    assertThat(set.contains(far)).isFalse();
    assertThat(set.contains(IpLiteral.parse("192.0.2.200").orElseThrow())).isTrue();
    assertThat(set.contains(IpLiteral.parse("2001:db8::7").orElseThrow())).isTrue();
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> near =
        Arbitraries.strings().withChars("0123456789abcdefABCDEF:./-% ").ofMaxLength(60);
    Arbitrary<String> pairs =
        Combinators.combine(near, Arbitraries.of("/", "-", ""), near).as((a, b, c) -> a + b + c);
    return Arbitraries.oneOf(near, pairs, Arbitraries.strings());
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }
}
