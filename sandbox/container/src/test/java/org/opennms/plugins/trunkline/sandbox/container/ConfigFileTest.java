package org.opennms.plugins.trunkline.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

  @TempDir Path directory;

  @Test
  void a_key_is_set_in_place_of_its_old_entry_and_the_rest_stays() throws IOException {
    Path file = directory.resolve("some.cfg");
    Files.writeString(file, "# A comment\nport = 1\nportable=yes\n");

    ConfigFile.set(file, Map.of("port", "2"));

    assertThat(Files.readString(file)).contains("# A comment").doesNotContain("port = 1");
    assertThat(read(file)).containsEntry("port", "2").containsEntry("portable", "yes");
  }

  @Test
  void an_entry_over_several_lines_goes_wholly() throws IOException {
    Path file = directory.resolve("some.cfg");
    Files.writeString(file, "boot = \\\n  one, \\\n  two\nafter = kept\n");

    ConfigFile.set(file, Map.of("boot", "three"));

    assertThat(read(file)).containsOnly(Map.entry("boot", "three"), Map.entry("after", "kept"));
  }

  @Test
  void a_missing_file_is_made_with_its_directory() throws IOException {
    Path file = directory.resolve("etc/new.cfg");

    ConfigFile.set(file, Map.of("key", "value"));

    assertThat(read(file)).containsOnly(Map.entry("key", "value"));
  }

  private static Map<Object, Object> read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
