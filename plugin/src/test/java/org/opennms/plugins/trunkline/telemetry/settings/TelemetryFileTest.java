package org.opennms.plugins.trunkline.telemetry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.telemetry.TelemetryTemplate.Selection;
import org.opennms.plugins.trunkline.telemetry.outbox.Overflow;

class TelemetryFileTest {
  @Test
  void an_empty_file_exports_nothing() {
    TelemetrySettings settings = TelemetryFile.read("# nothing\n").value().orElseThrow();
    assertThat(settings.grpc().endpoints()).isEmpty();
    assertThat(settings.files().directory()).isEmpty();
    assertThat(settings.interfaces()).isEqualTo(Selection.CRITICAL);
    assertThat(settings.interval()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void what_is_written_is_in_force() {
    String text =
        """
        agent: edge
        interfaces: all
        grpc: { endpoints: ["bus.example.net:50051", "[2001:db8::1]:1"], rate: 0 }
        outbox: { overflow: drop-oldest, max-mib: 2 }
        key: { source: "scv:telemetry", password: hidden }
        """;
    TelemetrySettings settings = TelemetryFile.read(text).value().orElseThrow();
    assertThat(settings.grpc().endpoints()).hasSize(2);
    assertThat(settings.grpc().rate()).isZero();
    assertThat(settings.outbox().overflow()).isEqualTo(Overflow.DROP_OLDEST);
    assertThat(settings.outbox().mostBytes()).isEqualTo(2 << 20);
    assertThat(settings.toString()).doesNotContain("hidden");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "intervall: 5m|intervall|Did you mean interval",
        "interval: 5|interval|for example 5m",
        "interfaces: some|interfaces|critical, monitored or all",
        "max-envelope-bytes: 200000|max-envelope-bytes|131072",
        "grpc: {endpoints: [nohost]}|grpc.endpoints|HOST:PORT",
        "outbox: {overflow: spill}|outbox.overflow|drop-oldest",
        "templates: [{interval: 1m}]|templates[0].name|name",
        "templates: [{name: x, metadata: {colour: red}}]|templates[0].metadata|criticality_level",
        "- a|file|KEY: VALUE",
      })
  void a_mistake_is_named_with_its_remedy(String text, String where, String remedy) {
    ConfigReading<TelemetrySettings> reading = TelemetryFile.read(text);
    assertThat(reading.value()).isEmpty();
    assertThat(reading.problems())
        .anySatisfy(
            p ->
                assertThat(p.toString())
                    .startsWith("trunkline/telemetry.yaml:")
                    .contains(where)
                    .contains(remedy));
  }
}
