package org.opennms.plugins.trunkline.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.sandbox.host.faults.Fault;
import org.opennms.plugins.trunkline.sandbox.host.shell.FaultCommand;

/** Holds the README's tables, the shell and the code together. */
class ReadmeTest {

  private static final Path COMMANDS =
      Path.of("src/main/java/org/opennms/plugins/trunkline/sandbox/host/shell");

  private final String readme = read();

  @Test
  void the_table_of_settings_names_exactly_the_keys_that_are_read() {
    String settings = section("## Settings", "## Shell");

    Set<String> named =
        settings
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("\\|", -1)[1])
            .flatMap(cell -> Pattern.compile("`([a-z.-]+)`").matcher(cell).results())
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named).containsExactlyInAnyOrderElementsOf(SettingsReader.KEYS);
  }

  @Test
  void every_fault_is_described_and_completed_in_the_shell() throws Exception {
    String[] completed =
        FaultCommand.class.getDeclaredField("fault").getAnnotation(Completion.class).values();

    for (Fault fault : Fault.values()) {
      assertThat(readme).contains("| `" + fault.label() + "` |");
    }
    assertThat(Arrays.asList(completed))
        .hasSize(Fault.values().length + 1)
        .contains("off")
        .containsAll(Arrays.stream(Fault.values()).map(Fault::label).toList());
  }

  @Test
  void every_command_is_described() throws Exception {
    try (var files = Files.list(COMMANDS)) {
      for (Path file : files.filter(f -> f.toString().endsWith("Command.java")).toList()) {
        String type = file.getFileName().toString().replace(".java", "");
        Command command =
            Class.forName(FaultCommand.class.getPackageName() + "." + type)
                .getAnnotation(Command.class);
        assertThat(readme).contains("`" + command.scope() + ":" + command.name());
      }
    }
  }

  private String section(String from, String to) {
    return readme.substring(readme.indexOf(from), readme.indexOf(to));
  }

  private static String read() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
