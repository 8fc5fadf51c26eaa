package org.opennms.plugins.trunkline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnmpProfilesTest {
  private static final String GOOD =
      """
      profiles:
        - name: core
          match: { addresses: ["192.0.2.0/24", "2001:db8::1-2001:db8::ff"], locations: ["Default"], foreignSources: ["routers"] }
          version: v3
          user: trunkline
          contextName: vrf-red
          auth: { protocol: SHA-256, passphrase: "${scv:trunkline-snmp:password}" }
          priv: { protocol: AES-128, passphrase: "invented-phrase" }
          timeout: 1500ms
          retries: 1
          maxRepetitions: 40
          port: 1161
          allowSet: true
        - name: rest
          version: v2c
          community: "${scv:trunkline-v2:password}"
      """;

  private static ConfigReading<SnmpProfiles> parse(String text) {
    return SnmpProfiles.parse("trunkline/snmp.yaml", text);
  }

  private static SnmpProfiles good() {
    ConfigReading<SnmpProfiles> parsed = parse(GOOD);
    assertThat(parsed.problems()).isEmpty();
    return parsed.value().orElseThrow();
  }

  private static InetAddress ip(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_complete_profile_is_read_with_all_its_parts() {
    SnmpProfile core = good().profiles().get(0);

    assertThat(core.version()).isEqualTo(SnmpVersion.V3);
    assertThat(core.port()).isEqualTo(1161);
    assertThat(core.timeout()).contains(Duration.ofMillis(1500));
    assertThat(core.retries()).hasValue(1);
    assertThat(core.maxRepetitions()).hasValue(40);
    assertThat(core.allowSet()).isTrue();
    SnmpCredentials.Usm usm = (SnmpCredentials.Usm) core.credentials();
    assertThat(usm.contextName()).isEqualTo("vrf-red");
    assertThat(usm.auth().orElseThrow().protocol()).isEqualTo(SnmpAuthProtocol.SHA_256);
    assertThat(usm.priv().orElseThrow().protocol()).isEqualTo(SnmpPrivProtocol.AES_128);
  }

  @Test
  void defaults_are_port_161_and_no_set() {
    SnmpProfile rest = good().profiles().get(1);

    assertThat(rest.port()).isEqualTo(161);
    assertThat(rest.timeout()).isEmpty();
    assertThat(rest.allowSet()).isFalse();
    assertThat(rest.match()).isEqualTo(SnmpProfile.Match.ANY);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, Default, routers, core",
    "2001:db8::80, Default, routers, core",
    "192.0.2.7, Branch, routers, rest",
    "192.0.2.7, Default, switches, rest",
    "198.51.100.1, Default, routers, rest",
    "2001:db8::100, Default, routers, rest",
  })
  void the_first_profile_that_meets_all_conditions_wins(
      String address, String location, String source, String expected) {
    assertThat(good().firstMatch(ip(address), location, source).map(SnmpProfile::name))
        .contains(expected);
  }

  @Test
  void an_agent_that_no_profile_covers_gets_none() {
    SnmpProfiles only =
        parse(
                "profiles:\n  - { name: a, version: v1, community: c, match: { addresses: 192.0.2.1 } }")
            .value()
            .orElseThrow();

    assertThat(only.firstMatch(ip("192.0.2.1"), "Default", "")).isPresent();
    assertThat(only.firstMatch(ip("192.0.2.2"), "Default", "")).isEmpty();
  }

  @Test
  void an_empty_file_has_no_profiles_and_no_problems() {
    assertThat(parse("")).isEqualTo(parse("profiles:\n"));
    assertThat(parse("").value().orElseThrow()).isEqualTo(SnmpProfiles.NONE);
    assertThat(parse("").problems()).isEmpty();
  }

  @Test
  void all_problems_are_reported_at_once_with_line_path_and_remedy() {
    ConfigReading<SnmpProfiles> parsed =
        parse(
            """
            profiles:
              - name: a
                version: v4
                port: 0
                comunity: public
              - name: a
                version: v3
                user: u
                priv: { protocol: AES-128, passphrase: longenough }
                match: { addresses: ["300.1.1.1"] }
            """);

    assertThat(parsed.value()).isEmpty();
    assertThat(parsed.problems())
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "trunkline/snmp.yaml:5: profiles[0].comunity: unknown key. Did you mean community?",
            "trunkline/snmp.yaml:3: profiles[0].version: 'v4' is not understood. Use v1, v2c or v3.",
            "trunkline/snmp.yaml:6: profiles[1].name: 'a' stands twice. Give each profile its own name.",
            "trunkline/snmp.yaml:10: profiles[1].match.addresses[0]: '300.1.1.1' is not understood."
                + " Use 192.0.2.1, 192.0.2.0/24 or 192.0.2.1-192.0.2.9, or the same in IPv6.",
            "trunkline/snmp.yaml:9: profiles[1].priv: needs auth. Add auth with protocol and passphrase.",
            "trunkline/snmp.yaml:4: profiles[0].port: '0' is not understood. Use a whole number from"
                + " 1 to 65535.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profiles: [ { name: a, version: v2c, community: '${scv:hidden-words' } ]",
        "profiles: [ { name: a, version: v3, user: u, auth: { protocol: SHA, passphrase: hidden } } ]",
      })
  void a_secret_is_masked_in_problems(String text) {
    assertThat(parse(text).problems())
        .hasSize(1)
        .allSatisfy(p -> assertThat(p.toString()).doesNotContain("hidden").contains("***"));
  }

  @Test
  void a_literal_secret_is_masked_in_every_text_form() {
    assertThat(good().toString()).doesNotContain("invented-phrase");
    assertThat(good().holdsLiteralSecrets()).isTrue();
    assertThat(good().vaultAliases()).containsExactly("trunkline-snmp", "trunkline-v2");
  }

  @Test
  void a_reference_is_resolved_by_the_vault_and_a_missing_alias_is_told() {
    SnmpSecret user = SnmpSecret.parse("${scv:here:username}").orElseThrow();
    SnmpSecret password = SnmpSecret.parse("${scv:here:password}").orElseThrow();
    SecretVault vault =
        alias ->
            alias.equals("here")
                ? Optional.of(new SecretVault.Credentials("someone", "something"))
                : Optional.empty();

    assertThat(user.resolve(vault)).contains("someone");
    assertThat(password.resolve(vault)).contains("something");
    assertThat(SnmpSecret.parse("${scv:away:password}").orElseThrow().resolve(vault)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"- a", "profiles: x", "profiles:\n  - x", "profiles: [", "a: {b: }"})
  void broken_documents_give_a_problem_and_no_exception(String text) {
    ConfigReading<SnmpProfiles> parsed = parse(text);

    assertThat(parsed.problems()).isNotEmpty();
    assertThat(parsed.value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2",
        "example.net",
        "192.0.2.0/33",
        "192.0.2.9-192.0.2.1",
        "::1-192.0.2.1",
        "192.0.2.1/",
        "1234",
        "/24",
        "-",
        "2001:db8::/129",
        "2001:zz::1"
      })
  void texts_that_are_no_address_range_are_refused_without_asking_a_name_server(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @Test
  void a_network_covers_its_first_and_last_address_only() {
    AddressRange range = AddressRange.parse("192.0.2.77/26").orElseThrow();

    assertThat(range.contains(ip("192.0.2.64"))).isTrue();
    assertThat(range.contains(ip("192.0.2.127"))).isTrue();
    assertThat(range.contains(ip("192.0.2.63"))).isFalse();
    assertThat(range.contains(ip("192.0.2.128"))).isFalse();
    assertThat(range.contains(ip("::1"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(SnmpAuthProtocol.class)
  void every_authentication_protocol_is_found_by_its_spelling(SnmpAuthProtocol protocol) {
    assertThat(SnmpAuthProtocol.parse(protocol.spelling())).contains(protocol);
    assertThat(
            SnmpAuthProtocol.parse(
                protocol.spelling().replace("-", "").toLowerCase(java.util.Locale.ROOT)))
        .contains(protocol);
  }

  @ParameterizedTest
  @EnumSource(SnmpPrivProtocol.class)
  void every_privacy_protocol_is_found_by_its_spelling(SnmpPrivProtocol protocol) {
    assertThat(SnmpPrivProtocol.parse(protocol.spelling())).contains(protocol);
  }
}
