package org.opennms.plugins.trunkline.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as another process. */
class MainTest {
  @TempDir Path directory;

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static int port(String ready) {
    assertThat(ready).matches("READY \\d+ agents on port \\d+");
    return Integer.parseInt(ready.substring(ready.lastIndexOf(' ') + 1));
  }

  @Test
  void a_generated_network_is_served_until_its_input_closes()
      throws IOException, InterruptedException {
    Process process =
        start(
            "generate",
            "--devices",
            "12",
            "--port",
            "0",
            "--network",
            "127.40.0.0",
            "--out",
            directory.resolve("out").toString(),
            "--stdin");
    try (BufferedReader lines = output(process);
        PrintWriter commands =
            new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        SnmpClient client = SnmpClient.v2c("sandbox")) {
      InetSocketAddress first = new InetSocketAddress("127.40.0.1", port(lines.readLine()));
      assertThat(client.get(first, "1.3.6.1.2.1.1.5.0")).isNotNull();
      assertThat(directory.resolve("out"))
          .isDirectoryContaining("glob:**/nodes.json")
          .isDirectoryContaining("glob:**/truth.csv")
          .isDirectoryContaining("glob:**/snmp.yaml");

      commands.println("silent * on");
      assertThat(lines.readLine()).isEqualTo("OK 12 devices");
      assertThat(client.get(first, "1.3.6.1.2.1.1.5.0")).isNull();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void recordings_are_served_until_the_process_is_ended_and_bad_lines_are_counted()
      throws IOException, InterruptedException {
    Files.writeString(directory.resolve("r.snmprec"), "1.3.6.1.2.1.1.5.0|4|recorded\nnonsense\n");
    Process process =
        start(
            "replay",
            directory.toString(),
            "--port",
            "0",
            "--network",
            "127.41.0.0",
            "--out",
            directory.toString(),
            "--control-port",
            "0");
    try (BufferedReader lines = output(process);
        SnmpClient client = SnmpClient.v2c("sandbox")) {
      assertThat(lines.readLine()).isEqualTo("r: left out 1 lines");
      assertThat(lines.readLine()).contains("r.snmprec:2: ");
      assertThat(lines.readLine()).startsWith("CONTROL 127.0.0.1:");
      InetSocketAddress first = new InetSocketAddress("127.41.0.1", port(lines.readLine()));
      assertThat(client.get(first, "1.3.6.1.2.1.1.5.0")).hasToString("recorded");
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void an_occupied_port_is_exit_code_1_and_a_message_with_a_remedy()
      throws IOException, InterruptedException {
    var settings = org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings.sandbox();
    var ten = org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings.mixed(10, 1);
    try (SimulatedNetwork occupied = SimulatedNetwork.generate(ten, settings)) {
      Process process =
          start(
              "generate",
              "--devices",
              "10",
              "--port",
              Integer.toString(occupied.port()),
              "--out",
              directory.toString());
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(text)
          .contains("127.16.0.1:" + occupied.port())
          .contains("--port")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void wrong_arguments_are_explained_in_a_line() {
    assertThat(Main.run("generate", "--devices", "5", "--out", directory.toString())).isEqualTo(1);
    assertThat(Main.run("generate")).isEqualTo(2);
    assertThat(Main.run("replay", directory.toString(), "--out", directory.toString()))
        .isEqualTo(1);
    assertThat(Main.run("generate", "--network", "192.0.2.0", "--out", directory.toString()))
        .isEqualTo(1);
  }
}
