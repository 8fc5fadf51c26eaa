package org.opennms.plugins.trunkline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.baseline.BaselineFile;
import org.opennms.plugins.trunkline.baseline.RoleLimits;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.config.SnmpProfile;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetryFile;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetrySettings;

/** The YAML files that an operator finds after the installation, and those on our pages. */
class ShippedFilesTest {
  private static final Pattern YAML_BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

  @TempDir private Path etc;

  @ParameterizedTest
  @ValueSource(strings = {"snmp.yaml", "rules.yaml", "providers.yaml"})
  void a_shipped_file_is_sound_as_it_is(String name) throws IOException {
    assertThat(problems(name, shipped(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"snmp.yaml", "rules.yaml", "providers.yaml"})
  void a_shipped_file_is_sound_with_its_examples_switched_on(String name) throws IOException {
    String text = shipped(name);
    Matcher firstKey = Pattern.compile("(?m)^#\\w+:").matcher(text);
    assertThat(firstKey.find()).isTrue();
    String examples = text.substring(firstKey.start()).replaceAll("(?m)^# [A-Z].*", "");
    assertThat(problems(name, examples.replaceAll("(?m)^#", ""))).isEmpty();
  }

  @Test
  void the_pages_example_of_credentials_is_what_it_says() throws IOException {
    Matcher block = YAML_BLOCK.matcher(Files.readString(root().resolve("docs/configuration.md")));
    assertThat(block.find()).isTrue();
    ConfigReading<SnmpProfiles> parsed = SnmpProfiles.parse("snmp.yaml", block.group(1));
    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.value().orElseThrow().profiles())
        .extracting(SnmpProfile::name)
        .containsExactly("core", "everything-else");
    assertThat(parsed.value().orElseThrow().holdsLiteralSecrets()).isFalse();
  }

  @Test
  void the_shipped_export_is_off_and_its_example_is_sound() throws IOException {
    String text = shipped("telemetry.yaml");
    assertThat(TelemetryFile.read(text).value()).contains(TelemetrySettings.OFF);
    String example = text.substring(text.indexOf("#agent")).replaceAll("(?m)^#", "");
    ConfigReading<TelemetrySettings> reading = TelemetryFile.read(example);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.value().orElseThrow().grpc().endpoints()).hasSize(1);
    assertThat(reading.value().orElseThrow().templates()).hasSize(1);
  }

  @Test
  void the_shipped_limits_of_anomalies_are_the_defaults_and_their_example_is_sound()
      throws IOException {
    String text = shipped("baselines.yaml");
    assertThat(BaselineFile.read(text).value()).contains(RoleLimits.STANDARD);
    int from = text.indexOf("#roles:");
    String example = text.substring(from, text.indexOf("# Holidays")).replaceAll("(?m)^#", "");
    ConfigReading<RoleLimits> reading = BaselineFile.read(example);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.value().orElseThrow().byRole().get(InterfaceRole.ACCESS).direction())
        .isEqualTo(RoleLimits.Direction.RISE);
    assertThat(reading.value().orElseThrow().byRole().get(InterfaceRole.ISP_UPLINK))
        .isEqualTo(RoleLimits.Limit.STANDARD);
  }

  @Test
  void no_file_at_all_is_sound_too() {
    InterfaceFiles files = new InterfaceFiles(etc, port -> List.of());
    files.refresh();
    assertThat(files.all()).allMatch(f -> f.problems().isEmpty());
  }

  private List<Problem> problems(String name, String text) throws IOException {
    Files.writeString(etc.resolve(name), text);
    InterfaceFiles files = new InterfaceFiles(etc, port -> List.of());
    files.refresh();
    return files.all().stream().flatMap(f -> f.problems().stream()).toList();
  }

  private static String shipped(String name) throws IOException {
    return Files.readString(root().resolve("features/src/main/cfg").resolve(name));
  }

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("mvnw"))) {
      at = at.getParent();
    }
    return at;
  }
}
