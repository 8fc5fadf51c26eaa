package org.opennms.plugins.trunkline.sandbox.network.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedDevice;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedNetwork;
import org.opennms.plugins.trunkline.sandbox.network.SnmpClient;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.agent.WireFaults;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;

class ControlTest {

  /** A network of ten with its control. */
  private record Running(SimulatedNetwork network, Control control, String label, Port port)
      implements AutoCloseable {

    static Running start() throws IOException {
      SimulatedNetwork network =
          SimulatedNetwork.generate(GeneratorSettings.mixed(10, 3), AgentSettings.sandbox());
      var first = ((SimulatedDevice.Generated) network.devices().get(0)).device();
      Port linked =
          first.ports().stream().filter(port -> port.link() != null).findFirst().orElseThrow();
      return new Running(network, new Control(network), first.label(), linked);
    }

    String run(String command) {
      return control.execute(command.replace("DEVICE", label).replace("PORT", port.ifName()));
    }

    WireFaults wire() {
      return network.faults(label).wire();
    }

    @Override
    public void close() {
      network.close();
    }
  }

  @Test
  void faults_on_the_wire_are_set_one_by_one_and_healed_together() throws IOException {
    try (Running running = Running.start()) {
      for (String command :
          new String[] {
            "silent DEVICE on",
            "deny DEVICE on",
            "loss DEVICE 0.25",
            "delay DEVICE 20",
            "mangle DEVICE truncated",
            "rows DEVICE out-of-order",
            "reply DEVICE gen-err",
            "max-varbinds DEVICE 7"
          }) {
        assertThat(running.run(command)).as(command).isEqualTo("OK");
      }
      assertThat(running.wire())
          .isEqualTo(
              new WireFaults(
                  true,
                  true,
                  0.25,
                  20,
                  WireFaults.Mangling.TRUNCATED,
                  WireFaults.Rows.OUT_OF_ORDER,
                  WireFaults.Reply.GEN_ERR,
                  7));

      assertThat(running.run("heal DEVICE")).isEqualTo("OK");
      assertThat(running.wire()).isEqualTo(WireFaults.NONE);
    }
  }

  @Test
  void commands_on_ports_change_what_the_agent_shows() throws IOException {
    try (Running running = Running.start();
        SnmpClient client = SnmpClient.v2c("sandbox")) {
      var agent = running.network().address(running.label());
      String index = "." + running.port().ifIndex();

      assertThat(running.run("alias DEVICE PORT Kunde: \"Müller\" & Söhne")).isEqualTo("OK");
      assertThat(running.run("cut DEVICE PORT")).isEqualTo("OK");
      assertThat(client.number(agent, "1.3.6.1.2.1.2.2.1.8" + index)).isEqualTo(2);
      assertThat(running.port().alias()).isEqualTo("Kunde: \"Müller\" & Söhne");

      assertThat(running.run("restore DEVICE PORT")).isEqualTo("OK");
      assertThat(client.number(agent, "1.3.6.1.2.1.2.2.1.8" + index)).isEqualTo(1);
      for (String command :
          new String[] {
            "shut DEVICE PORT",
            "restore DEVICE " + running.port().ifIndex(),
            "load DEVICE PORT 95",
            "scale DEVICE PORT 0.5",
            "spike DEVICE PORT 3 60",
            "errors DEVICE PORT 0.01",
            "reset-counters DEVICE PORT",
            "pull DEVICE PORT",
            "plug DEVICE PORT",
            "unseat DEVICE PORT",
            "restore DEVICE PORT",
            "reboot DEVICE",
            "renumber DEVICE",
            "empty-iftable DEVICE on",
            "empty-iftable DEVICE off",
            "sysname DEVICE new name",
            "sysdescr DEVICE new software"
          }) {
        assertThat(running.run(command)).as(command).isEqualTo("OK");
      }
      assertThat(client.get(agent, "1.3.6.1.2.1.1.5.0")).hasToString("new name");
    }
  }

  @Test
  void a_star_means_every_device() throws IOException {
    try (Running running = Running.start()) {
      assertThat(running.run("silent * on")).isEqualTo("OK 10 devices");
      assertThat(running.network().devices())
          .allMatch(device -> running.network().faults(device.label()).wire().silent());
    }
  }

  @Test
  void questions_are_answered_in_one_line() throws IOException {
    try (Running running = Running.start()) {
      assertThat(running.run("stats")).startsWith("OK devices=10 port=").contains("failures=0");
      assertThat(running.run("devices")).startsWith("OK " + running.label() + " ");
      assertThat(running.run("wire DEVICE")).startsWith("OK WireFaults[silent=false");
      assertThat(running.run("help")).startsWith("OK silent DEVICE on|off; ").doesNotContain("\n");
    }
  }

  @Test
  void mistakes_are_named_with_what_would_be_right() throws IOException {
    try (Running running = Running.start()) {
      assertThat(running.run("")).startsWith("ERROR a command is missing");
      assertThat(running.run("explode DEVICE"))
          .isEqualTo("ERROR no command explode; help lists them");
      assertThat(running.run("silent")).startsWith("ERROR a device is missing");
      assertThat(running.run("silent nobody on")).startsWith("ERROR no device nobody");
      assertThat(running.run("silent DEVICE maybe")).isEqualTo("ERROR maybe is none of [on, off]");
      assertThat(running.run("loss DEVICE much"))
          .isEqualTo("ERROR a probability is a number, not much");
      assertThat(running.run("loss DEVICE 2"))
          .startsWith("ERROR loss is a probability from 0 to 1");
      assertThat(running.run("delay DEVICE 1.5")).startsWith("ERROR a delay is a whole number");
      assertThat(running.run("cut DEVICE nowhere")).startsWith("ERROR no port nowhere on ");
    }
  }

  private static Running fuzzed;

  @BeforeContainer
  static void startOnce() throws IOException {
    fuzzed = Running.start();
  }

  @AfterContainer
  static void stopOnce() {
    fuzzed.close();
  }

  @Property(tries = 300)
  void no_line_makes_the_control_fail(@ForAll String line) {
    assertThat(fuzzed.control().execute(line)).matches("(?s)(OK|ERROR).*");
  }

  @Test
  void every_command_is_in_the_readme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(DeviceCommands.ALL.values())
        .allSatisfy(
            command ->
                assertThat(readme).contains("`" + command.usage().replace("|", "\\|") + "`"));
  }

  @Test
  void the_control_port_takes_one_connection_after_another() throws IOException {
    try (Running running = Running.start();
        ControlServer server = ControlServer.start(running.control(), 0)) {
      for (int connection = 0; connection < 2; connection++) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
          PrintWriter commands =
              new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
          BufferedReader answers =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
          commands.println("stats");
          assertThat(answers.readLine()).startsWith("OK devices=10");
          commands.println("nonsense");
          assertThat(answers.readLine()).startsWith("ERROR ");
        }
      }
      int taken = server.port();
      assertThatThrownBy(() -> ControlServer.start(running.control(), taken))
          .isInstanceOf(BindException.class)
          .hasMessageContaining("--control-port");
    }
  }
}
