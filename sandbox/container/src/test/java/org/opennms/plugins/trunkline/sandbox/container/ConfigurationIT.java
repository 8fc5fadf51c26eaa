package org.opennms.plugins.trunkline.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An operator edits the configuration file while everything runs. */
@ParameterizedClass
@EnumSource
class ConfigurationIT {

  @Parameter KarafLine line;

  private Path file;
  private String original;

  @BeforeEach
  void keep_the_file() throws IOException {
    file = trunkline().karaf().etc().resolve("org.opennms.plugins.trunkline.cfg");
    original = Files.readString(file);
  }

  @AfterEach
  void put_it_back() throws IOException {
    Files.writeString(file, original);
    awaitStatus(
        status -> !status.contains("discovery.enabled") && !status.contains("discovery.interval"));
  }

  @Test
  void a_good_edit_takes_effect_without_a_restart() throws IOException {
    append("discovery.enabled = false");

    awaitStatus(status -> status.contains("discovery.enabled is false"));
  }

  @Test
  void a_bad_edit_leaves_the_last_good_configuration_and_names_the_key() throws IOException {
    append("discovery.enabled = false");
    awaitStatus(status -> status.contains("discovery.enabled is false"));

    append("discovery.interval = now and then");

    awaitStatus(status -> status.contains("discovery.interval"));
    assertThat(status()).contains("discovery.enabled is false");
    ShellResult check = trunkline().shell().run("opennms-trunkline:config-check");
    assertThat(check.isOk()).isFalse();
    assertThat(check.output() + check.errors())
        .contains("org.opennms.plugins.trunkline.cfg")
        .contains("discovery.interval")
        .contains("now and then");
  }

  private InstalledTrunkline trunkline() {
    return InstalledTrunkline.on(line);
  }

  private void append(String text) throws IOException {
    Files.writeString(file, "\n" + text + "\n", StandardOpenOption.APPEND);
  }

  private String status() throws IOException {
    return trunkline().shell().expect("opennms-trunkline:status");
  }

  /** Karaf looks at the files in etc/ once a second. */
  private void awaitStatus(Predicate<String> expected) throws IOException {
    new Waiting(Duration.ofSeconds(20))
        .until("the edit takes effect", () -> expected.test(status()), () -> "");
  }
}
