package org.opennms.plugins.trunkline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opennms.plugins.trunkline.model.InterfaceRole;

class ConfigReaderTest {
  @Test
  void without_a_file_every_default_is_in_force() {
    TrunklineConfig config = accepted(Map.of());
    assertThat(config.parts()).containsExactly(PartSwitch.values());
    assertThat(config.discovery().interval()).isEqualTo(Duration.ofHours(1));
    assertThat(config.discovery().fullInterval()).isEqualTo(Duration.ofDays(1));
    assertThat(config.discovery().concurrency()).isEqualTo(100);
    assertThat(config.discovery().eventDelay()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.discovery().nodes().locations()).containsExactly("Default");
    assertThat(config.discovery().nodes().categories()).isEmpty();
    assertThat(config.discovery().nodes().foreignSources()).isEmpty();
    assertThat(config.discovery().nodes().addresses()).isEqualTo(AddressSet.ALL);
    assertThat(config.discovery().nodes().requireSnmpService()).isTrue();
    assertThat(config.retention().interfaces()).isEqualTo(Duration.ofDays(7));
    assertThat(config.retention().learned()).isEqualTo(Duration.ofDays(90));
    assertThat(config.monitoring())
        .isEqualTo(
            new TrunklineConfig.Monitoring(
                EnumSet.of(
                    InterfaceRole.ISP_UPLINK,
                    InterfaceRole.TRUNK,
                    InterfaceRole.BRANCH_LINK,
                    InterfaceRole.SERVER_LINK),
                true,
                20_000));
    assertThat(config.snmp())
        .isEqualTo(new TrunklineConfig.Snmp(Duration.ofSeconds(3), 3, 10, 25, 200, 4));
    assertThat(config.traffic())
        .isEqualTo(
            new TrunklineConfig.Traffic(
                TrafficChoice.AUTO, Duration.ofMinutes(5), Duration.ofMinutes(1)));
    assertThat(config.host())
        .isEqualTo(
            new TrunklineConfig.HostAccess(
                URI.create("http://127.0.0.1:8980/opennms"), "trunkline-rest"));
  }

  @ParameterizedTest
  @EnumSource
  void what_is_the_default_may_also_be_written(ConfigKey key) {
    assertThat(accepted(Map.of(key.key(), " " + key.defaultValue() + " ")))
        .isEqualTo(accepted(Map.of()));
  }

  @Test
  void written_values_are_taken() {
    TrunklineConfig config =
        accepted(
            Map.of(
                "topology.enabled", "FALSE",
                "discovery.interval", "90 m",
                "discovery.nodes.locations", "Branch, Default,,",
                "discovery.nodes.categories", "Routers,*",
                "discovery.nodes.addresses", "192.0.2.0/24, 2001:db8::1",
                "monitored.roles", "voice, Isp-Uplink",
                "monitored.cap", 0));
    assertThat(config.isOn(PartSwitch.TOPOLOGY)).isFalse();
    assertThat(config.isOn(PartSwitch.DISCOVERY)).isTrue();
    assertThat(config.discovery().interval()).isEqualTo(Duration.ofMinutes(90));
    assertThat(config.discovery().nodes().locations())
        .containsExactlyInAnyOrder("Branch", "Default");
    assertThat(config.discovery().nodes().categories()).isEmpty();
    assertThat(config.discovery().nodes().addresses().ranges()).hasSize(2);
    assertThat(config.monitoring().roles())
        .containsExactlyInAnyOrder(InterfaceRole.VOICE, InterfaceRole.ISP_UPLINK);
    assertThat(config.monitoring().cap()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "discovery.enabled | yes | 'yes' is neither true nor false | Write one of them.",
        "discovery.enabled | '' | '' is neither true nor false | Write one of them.",
        "discovery.interval | 4m | '4m' is not a time from 5m to 30d | for example 1h.",
        "discovery.interval | 31d | '31d' is not a time from 5m to 30d | for example 1h.",
        "discovery.interval | 60 | '60' is not a time from 5m to 30d | with ms, s, m, h or d",
        "discovery.interval | -1h | '-1h' is not a time from 5m to 30d | with ms, s, m, h or d",
        "discovery.concurrency | 0 | '0' is not a whole number from 1 to 1000 | for example 100.",
        "discovery.concurrency | 1001 | '1001' is not a whole number | for example 100.",
        "discovery.concurrency | 1e2 | '1e2' is not a whole number | for example 100.",
        "snmp.retries | 99999999999 | '99999999999' is not a whole number from 0 to 10 | example 3.",
        "discovery.nodes.locations | ' , ' | ',' is empty, so that nothing | Write * for all.",
        "discovery.nodes.addresses | 192.0.2.1;x | has '192.0.2.1;x', which is no address | 24 or",
        "monitored.roles | trunk,uplink | has 'uplink', which is no role | Roles are isp_uplink,",
        "traffic.source | both | 'both' is none of auto, host, direct | Write one of them.",
        "traffic.interval | 5s | '5s' is not a time from 10s to 1h | for example 300s.",
        "host.url | opennms:8980 | 'opennms:8980' is no http or https address | for example http:",
        "host.url | //opennms | '//opennms' is no http or https address | for example http:",
        "host.url | http://a b | 'http://a b' is no http or https address | for example http:",
        "snmp.max-repetitions | 5 | '10' is more than snmp.max-repetitions | raise the other."
      })
  void a_bad_value_is_refused_with_key_value_and_remedy(
      String key, String value, String what, String remedy) {
    ConfigReading<TrunklineConfig> reading = ConfigReader.read(Map.of(key, value));
    assertThat(reading.value()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.file()).isEqualTo("org.opennms.plugins.trunkline.cfg");
              assertThat(p.where()).isIn(key, "snmp.repetitions");
              assertThat(p.what()).contains(what);
              assertThat(p.remedy()).contains(remedy);
              assertThat(p)
                  .hasToString(p.file() + ": " + p.where() + ": " + p.what() + ". " + p.remedy());
            });
  }

  @Test
  void a_slash_at_the_end_of_the_host_s_address_does_no_harm() {
    assertThat(accepted(Map.of("host.url", "https://opennms.example.net/opennms/")).host().url())
        .hasToString("https://opennms.example.net/opennms");
    assertThat(accepted(Map.of("traffic.source", "Direct")).traffic().choice())
        .isEqualTo(TrafficChoice.DIRECT);
  }

  @Test
  void all_problems_are_told_at_once() {
    Map<String, String> properties = new LinkedHashMap<>();
    for (ConfigKey key : ConfigKey.values()) {
      properties.put(key.key(), "%");
    }
    properties.put("discovery.nodes.locations", "");
    properties.put("discovery.nodes.categories", "");
    properties.put("discovery.nodes.foreign-sources", "");
    assertThat(ConfigReader.read(properties).problems())
        .extracting(Problem::where)
        .containsExactlyInAnyOrderElementsOf(properties.keySet());
  }

  @Test
  void every_bad_word_of_a_list_is_named() {
    assertThat(ConfigReader.read(Map.of("discovery.nodes.addresses", "a, 192.0.2.1, b")).problems())
        .extracting(Problem::what)
        .satisfiesExactly(
            p -> assertThat(p).contains("has 'a'"), p -> assertThat(p).contains("has 'b'"));
  }

  @ParameterizedTest
  @CsvSource({
    "discovery.intervall, Did you mean 'discovery.interval'?",
    "Discovery.enabled, Did you mean 'discovery.enabled'?",
    "snmp.timeuot, Did you mean 'snmp.timeout'?",
    "colour, Remove it."
  })
  void an_unknown_key_is_a_hint_and_no_problem(String key, String advice) {
    ConfigReading<TrunklineConfig> reading = ConfigReader.read(Map.of(key, "1"));
    assertThat(reading.value()).isPresent();
    assertThat(reading.hints())
        .singleElement()
        .satisfies(h -> assertThat(h.toString()).contains(key, "is no setting", advice));
  }

  @Test
  void what_the_container_adds_is_no_unknown_key() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("service.pid", ConfigReader.PID);
    properties.put("service.factoryPid", "x");
    properties.put("service.bundleLocation", "mvn:x/y");
    properties.put("felix.fileinstall.filename", "file:/etc/x.cfg");
    properties.put(".hidden", "x");
    assertThat(ConfigReader.read(properties).hints()).isEmpty();
  }

  @Property
  void any_value_is_taken_or_refused_and_never_both(@ForAll ConfigKey key, @ForAll String value) {
    ConfigReading<TrunklineConfig> reading = ConfigReader.read(Map.of(key.key(), value));
    assertThat(reading.value().isPresent()).isEqualTo(reading.problems().isEmpty());
  }

  private static TrunklineConfig accepted(Map<String, ?> properties) {
    ConfigReading<TrunklineConfig> reading = ConfigReader.read(properties);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.hints()).isEmpty();
    return reading.value().orElseThrow();
  }
}
