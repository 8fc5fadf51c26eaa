package org.opennms.plugins.trunkline.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.sandbox.host.faults.Fault;
import org.opennms.plugins.trunkline.sandbox.host.faults.Faults;

class SettingsReaderTest {

  private static final Path HOME = Path.of("/opt/karaf");

  @Test
  void without_configuration_every_setting_has_its_default() {
    HostSettings settings = new SettingsReader(HOME, null).settings();

    assertThat(settings.database().url())
        .isEqualTo("jdbc:h2:file:/opt/karaf/trunkline-sandbox/host");
    assertThat(settings.nodesFile()).isEqualTo(HOME.resolve("etc/trunkline-sandbox-nodes.json"));
    assertThat(settings.version()).hasToString("33.0.9");
    assertThat(settings.alarmSnapshotInterval()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.alarmCleanupAfter()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.alarmNodeCache()).isEqualTo(Duration.ofMinutes(15));
    assertThat(settings.eventConfInDatabase()).isFalse();
  }

  @Test
  void settings_are_read_and_the_containers_own_keys_ignored() {
    HostSettings settings =
        read(Map.of(
                "database.url", "jdbc:postgresql://127.0.0.1/sandbox",
                "nodes.file", "/tmp/nodes.json",
                "version", "36.0.0-SNAPSHOT",
                "eventconf.mode", "Database",
                "alarms.snapshot-interval-ms", " 500 ",
                "service.pid", "x",
                "felix.fileinstall.filename", "y"))
            .settings();

    assertThat(settings.database().url()).startsWith("jdbc:postgresql:");
    assertThat(settings.nodesFile()).isEqualTo(Path.of("/tmp/nodes.json"));
    assertThat(settings.version().snapshot()).isTrue();
    assertThat(settings.eventConfInDatabase()).isTrue();
    assertThat(settings.alarmSnapshotInterval()).isEqualTo(Duration.ofMillis(500));
  }

  @ParameterizedTest
  @CsvSource({
    "nodes.interval-ms,soon,not a whole number",
    "events.receivers,0,at least 1",
    "events.queue-length,99999999999,not a whole number",
    "eventconf.mode,both,neither 'memory' nor 'database'",
    "version,33,is not a version",
    "database.url,jdbc:oracle:x,neither jdbc:h2: nor jdbc:postgresql:",
    "nodes.fiel,x,unknown key"
  })
  void a_bad_value_names_its_key_and_what_is_wanted(String key, String value, String message) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> read(Map.of(key, value)).settings())
        .withMessageContaining(key)
        .withMessageContaining(message);
  }

  @Test
  void exactly_the_configured_faults_are_on() {
    Faults faults = new Faults();
    faults.on(Fault.SCV_FAIL, null);

    read(Map.of("fault.kv-slow", "5s", "fault.kv-fail", "true", "fault.drop-events", "false"))
        .apply(faults);

    assertThat(faults).hasToString("[kv-slow=5000, kv-fail]");
  }

  @Test
  void an_unknown_fault_is_refused() {
    Faults faults = new Faults();
    faults.on(Fault.SCV_FAIL, null);

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> read(Map.of("fault.fire", "true")).apply(faults))
        .withMessageContaining("fault.fire");
    assertThat(faults).as("a bad edit changes nothing").hasToString("[scv-fail]");
  }

  private static SettingsReader read(Map<String, String> values) {
    return new SettingsReader(HOME, HostServices.dictionary(values));
  }
}
