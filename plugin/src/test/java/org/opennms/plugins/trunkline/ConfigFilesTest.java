package org.opennms.plugins.trunkline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.config.LiveSettings;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.config.WatchedFile;
import org.opennms.plugins.trunkline.operations.ConfigCheck.Report;

/** What an operator is told of the files as they are on disk. */
class ConfigFilesTest {
  @TempDir Path etc;
  private final LiveSettings inForce = new LiveSettings(() -> Instant.EPOCH, () -> {});
  private final SecretVault vault =
      alias ->
          alias.equals("known")
              ? Optional.of(new SecretVault.Credentials("user", "invented"))
              : Optional.empty();

  private Report check() {
    WatchedFile<SnmpProfiles> profiles =
        new WatchedFile<>(
            etc.resolve("snmp.yaml"),
            "snmp.yaml",
            text -> SnmpProfiles.parse("snmp.yaml", text),
            SnmpProfiles.NONE);
    return new ConfigFiles(etc, inForce, profiles, List.of(), vault).check();
  }

  private Path settings(String text) throws IOException {
    return Files.writeString(etc.resolve("org.opennms.plugins.trunkline.cfg"), text);
  }

  private void profiles(String text, String mode) throws IOException {
    Path file = Files.writeString(etc.resolve("snmp.yaml"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  // As Karaf's fileinstall does with a file in etc, with what was there before the collections.
  @SuppressWarnings("JdkObsolete")
  private void karafReads(Path file) throws IOException {
    Properties read = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      read.load(reader);
    }
    Hashtable<String, Object> delivered = new Hashtable<>();
    read.stringPropertyNames().forEach(key -> delivered.put(key, read.getProperty(key)));
    inForce.updated(delivered);
  }

  @Test
  void settings_that_karaf_has_not_read_yet_are_said_not_to_be_in_force() throws IOException {
    Path file = settings("discovery.interval = 2h\n");
    assertThat(check().hints()).anyMatch(h -> h.contains("not in force yet"));
    karafReads(file);
    assertThat(check().hints()).noneMatch(h -> h.contains("not in force yet"));

    settings("discovery.interval = 3h\n");
    Report edited = check();
    assertThat(edited.hints()).anyMatch(h -> h.contains("config:list"));
    assertThat(edited.problems()).isEmpty();
  }

  @Test
  void a_file_that_says_the_same_in_other_words_is_in_force() throws IOException {
    karafReads(settings("discovery.interval = 120m\n"));
    settings("# as before\ndiscovery.interval=2h\n");
    assertThat(check().hints()).noneMatch(h -> h.contains("not in force yet"));
  }

  @Test
  void without_a_file_the_defaults_are_in_force() {
    assertThat(check().files()).anyMatch(f -> f.contains("the defaults are in force"));
  }

  @Test
  void a_faulty_file_is_a_problem_with_its_key_and_says_nothing_of_being_in_force()
      throws IOException {
    settings("discovery.interval = now and then\n");
    assertThat(check().problems()).singleElement().asString().contains("discovery.interval");
    assertThat(check().hints()).noneMatch(h -> h.contains("not in force yet"));
  }

  @Test
  void a_file_that_is_no_properties_file_is_a_problem_and_no_exception() throws IOException {
    settings("discovery.interval = \\u12\n");
    assertThat(check().problems()).singleElement().asString().contains("cannot be read");
  }

  @Test
  void secrets_that_others_may_read_are_a_hint_and_never_shown() throws IOException {
    profiles("profiles: [ { name: all, version: v2c, community: invented-secret } ]", "rw-r--r--");
    Report open = check();
    assertThat(open.hints()).anyMatch(h -> h.contains("chmod 600"));
    assertThat(open.toString()).doesNotContain("invented-secret");
    profiles("profiles: [ { name: all, version: v2c, community: invented-secret } ]", "rw-------");
    assertThat(check().hints()).isEmpty();
  }

  @Test
  void an_alias_that_the_vault_lacks_is_a_problem_with_the_remedy() throws IOException {
    profiles(
        "profiles: [ { name: all, version: v2c, community: '${scv:missing:password}' } ]",
        "rw-------");
    assertThat(check().problems())
        .singleElement()
        .asString()
        .contains("opennms:scv-set _oia_missing USER PASSWORD");
    profiles(
        "profiles: [ { name: all, version: v2c, community: '${scv:known:password}' } ]",
        "rw-------");
    assertThat(check().problems()).isEmpty();
  }

  @Test
  void no_profile_at_all_is_a_hint() throws IOException {
    profiles("profiles: []", "rw-------");
    assertThat(check().hints()).anyMatch(h -> h.contains("no device can be asked"));
  }
}
