package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.SampleAlerts;
import org.opennms.plugins.trunkline.operations.SampleBaselines;
import org.opennms.plugins.trunkline.operations.SampleMibs;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.operations.SampleTopology;
import org.opennms.plugins.trunkline.operations.SampleTraffic;
import org.opennms.plugins.trunkline.operations.SampleWork;
import org.opennms.plugins.trunkline.operations.ScriptedControl;
import org.opennms.plugins.trunkline.operations.ScriptedDiscovery;
import org.opennms.plugins.trunkline.operations.ScriptedNeighbours;
import org.opennms.plugins.trunkline.operations.ScriptedSnmp;
import org.opennms.plugins.trunkline.operations.ScriptedTelemetry;
import org.opennms.plugins.trunkline.operations.ScriptedTrial;
import org.opennms.plugins.trunkline.operations.SteadyStatus;
import org.opennms.plugins.trunkline.rest.InterfaceJson;

/** The operator's page on the shell: commands and options both ways, and every example is run. */
class ShellDocsTest {
  private static final Path PAGE = Path.of("../docs/shell.md");
  private static final String PROMPT = "admin@opennms()> ";

  @Test
  void each_command_has_its_section_and_each_section_its_command() throws IOException {
    assertThat(sections().keySet())
        .containsExactlyElementsOf(
            new TreeSet<>(KarafShell.commands().stream().map(ShellDocsTest::name).toList()));
  }

  @Test
  void options_and_arguments_are_those_of_the_commands() throws IOException {
    Map<String, String> sections = sections();
    for (Class<?> command : KarafShell.commands()) {
      String section = sections.get(name(command));

      assertThat(words(section, "(?m)^\\| `(--[a-z-]+)[^`]*` \\|"))
          .as("options of " + name(command))
          .isEqualTo(names(command, Option.class));
      assertThat(
              words(
                  section.lines().skip(1).findFirst().orElse(""),
                  "\\b(NODE|IFNAME|FILE|LIST|NAME|ASSIGNMENT|LINK|NEIGHBOR|NUMBER)\\b"))
          .as("arguments of " + name(command))
          .isEqualTo(names(command, Argument.class));
    }
  }

  @Test
  void each_example_prints_what_the_page_shows() throws Exception {
    List<MatchResult> examples =
        Pattern.compile("(?s)```\\n(admin@.*?)```")
            .matcher(Files.readString(PAGE))
            .results()
            .toList();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(KarafShell.commands().size());

    // The page's own example of a recording.
    Files.deleteIfExists(Path.of("/tmp/edge1.snmprec"));
    KarafShell shell = shell();
    for (MatchResult example : examples) {
      String shown = example.group(1);
      String typed = shown.lines().findFirst().orElseThrow().substring(PROMPT.length());
      assertThat(PROMPT + typed + "\n" + printed(shell, typed)).isEqualTo(shown);
    }
    shell.close();
    Files.deleteIfExists(Path.of("/tmp/edge1.snmprec"));
  }

  /** As on the screen: what was written over is gone. */
  private static String printed(KarafShell shell, String typed) throws Exception {
    return shell
        .run(typed)
        .replaceAll("\r[^\n]*\r", "")
        .replaceAll("\u001b\\[K", "")
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static KarafShell shell() {
    Device access =
        new Device(
            new NodeKey("lab:access1"),
            3,
            "access1",
            "Default",
            "lab",
            Optional.empty(),
            true,
            new TreeSet<>(),
            Map.of());
    InMemoryInterfaces interfaces =
        new InMemoryInterfaces(
            List.of(
                SampleNetwork.UPLINK,
                SampleNetwork.port(
                    access, 49, "Te1/1/1", "edge1:Te0/0/0", InterfaceRole.TRUNK, false),
                SampleNetwork.port(access, 1, "Gi1/0/1", "Room 101", InterfaceRole.ACCESS, false)));
    return KarafShell.terminal(
        110,
        interfaces,
        new ScriptedDiscovery(SampleNetwork.EDGE, access),
        new SteadyStatus(),
        new ScriptedTrial(),
        new SampleWork(),
        new SampleTopology(),
        new ScriptedNeighbours(),
        new SampleTraffic(),
        new SampleAlerts(),
        new SampleBaselines(),
        new ScriptedSnmp(),
        new ScriptedControl(),
        new SampleMibs(),
        new ScriptedTelemetry(),
        new InterfaceJson());
  }

  private static Map<String, String> sections() throws IOException {
    return Arrays.stream(Files.readString(PAGE).split("(?m)^## opennms-trunkline:"))
        .skip(1)
        .collect(
            Collectors.toMap(
                s -> s.lines().findFirst().orElseThrow(), s -> s, (a, b) -> a, TreeMap::new));
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  private static Set<String> names(Class<?> command, Class<? extends Annotation> kind) {
    return Stream.<Class<?>>iterate(command, c -> c != null, Class::getSuperclass)
        .flatMap(c -> Arrays.stream(c.getDeclaredFields()))
        .filter(f -> f.isAnnotationPresent(kind))
        .flatMap(ShellDocsTest::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> name(Field field) {
    Option option = field.getAnnotation(Option.class);
    if (option != null) {
      return Stream.of(option.name());
    }
    String argument = field.getAnnotation(Argument.class).name();
    return argument.equals("options")
        ? Stream.empty()
        : Stream.of(argument.toUpperCase(Locale.ROOT));
  }

  private static Set<String> words(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
