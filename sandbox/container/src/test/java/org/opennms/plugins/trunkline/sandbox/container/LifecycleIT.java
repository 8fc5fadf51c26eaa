package org.opennms.plugins.trunkline.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Power failure, uninstallation, installation again. */
@ParameterizedClass
@EnumSource
class LifecycleIT {

  private static final Pattern BOOT_LINE =
      Pattern.compile(
          "'(?<feature>\\S+) wait-for-kar=(?<kar>\\S+)' > \\S+/featuresBoot\\.d/\\S+\\.boot");

  /**
   * The JDK remembers the types of the record that was compared last ({@code
   * java.lang.runtime.ObjectMethods}), until another one is; that may be ours.
   */
  private static final int HELD_BY_THE_JDK = 1;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Parameter KarafLine line;

  private InstalledTrunkline trunkline() {
    return InstalledTrunkline.on(line);
  }

  private KarafShell shell() {
    return trunkline().shell();
  }

  @Test
  void overrides_survive_a_power_failure() throws IOException {
    InstalledTrunkline.Interface some = trunkline().anInterface();
    shell()
        .expect("opennms-trunkline:override " + some.quoted() + " --critical true --why survives");

    trunkline().karaf().kill();
    trunkline().karaf().start();
    trunkline().sandbox().awaitTrunkline();

    assertThat(shell().expect("opennms-trunkline:overrides"))
        .contains(some.node())
        .contains("survives");
    shell().expect("opennms-trunkline:override-clear " + some.quoted());
  }

  @Test
  void uninstalling_leaves_nothing_of_ours_and_installing_again_works() throws IOException {
    shell().expect("opennms-trunkline:discover");
    Set<String> bundles = trunkline().bundles();
    Traces installed = Traces.of(trunkline().karaf(), bundles);
    Traces before = trunkline().before();
    assertThat(installed.ourThreads()).isNotEmpty();
    assertThat(installed.ourServices()).isNotEmpty();
    assertThat(installed.ourFiles()).isNotEmpty();
    assertThat(installed.udpSockets()).hasSizeGreaterThan(before.udpSockets().size());

    shell().expect("feature:uninstall " + Sandbox.FEATURE);

    Traces after = Traces.of(trunkline().karaf(), bundles);
    assertThat(after.ourThreads()).as("threads").isEmpty();
    assertThat(after.ourServices()).as("services").isEmpty();
    assertThat(after.ourFiles()).as("open files").isEmpty();
    assertThat(after.udpSockets()).as("UDP sockets").hasSameSizeAs(before.udpSockets());
    assertThat(trunkline().bundles()).as("bundles").isEmpty();
    awaitCopies(HELD_BY_THE_JDK);

    trunkline().sandbox().installTrunkline();
    shell().expect("opennms-trunkline:discover");
  }

  @Test
  void no_class_loader_is_left_however_often_the_plugin_is_installed() throws IOException {
    for (int i = 0; i < 2; i++) {
      trunkline().http().get(RestIT.BASE + "interfaces?limit=5", InstalledTrunkline.USER);
      shell().expect("feature:uninstall " + Sandbox.FEATURE);
      trunkline().sandbox().installTrunkline();
    }

    awaitCopies(1 + HELD_BY_THE_JDK);
  }

  // A loader goes with the last thread that ran its code, which may take a moment.
  private void awaitCopies(int atMost) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () ->
                assertThat(Traces.of(trunkline().karaf(), trunkline().bundles()).copies())
                    .as("class loaders")
                    .isLessThanOrEqualTo(atMost));
  }

  /**
   * What Horizon's handler of {@code featuresBoot.d} does, which a plain Karaf has not: it waits
   * until a KAR of exactly that name is installed, then installs the feature.
   */
  @Test
  void the_documented_boot_line_names_the_kar_and_the_feature_as_karaf_does() throws IOException {
    Matcher documented = BOOT_LINE.matcher(Files.readString(Path.of("../../docs/packaging.md")));
    assertThat(documented.find()).isTrue();
    shell().expect("feature:uninstall " + Sandbox.FEATURE);

    List<String> kars = shell().expect("kar:list --no-format").lines().map(String::strip).toList();
    assertThat(kars).contains(documented.group("kar"));
    shell().expect("feature:install " + documented.group("feature"));

    trunkline().sandbox().awaitTrunkline();
  }
}
