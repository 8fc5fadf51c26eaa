package org.opennms.plugins.trunkline.sandbox.container.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.sandbox.container.KarafPorts;
import org.opennms.plugins.trunkline.sandbox.container.SandboxFiles;
import org.opennms.plugins.trunkline.sandbox.container.Waiting;

/** The program behind {@code make demo}, as a user starts it. */
class DemoIT {

  private static final int MINUTES = 8;

  @TempDir Path directory;

  private final KarafPorts ports = KarafPorts.free();
  private Process demo;

  @AfterEach
  void end() {
    if (demo != null) {
      demo.descendants().forEach(ProcessHandle::destroyForcibly);
      demo.destroyForcibly();
    }
  }

  @Test
  void once_shows_what_each_part_does_and_ends_with_0() throws Exception {
    start("--once");

    assertThat(demo.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(output())
        .contains("10 agents", "Roles:", "isp_uplink")
        .contains("Who is connected to whom is known")
        .contains("weeks learned")
        .contains("1 of 1 open")
        .contains("The alarm has cleared by itself")
        .contains("signed by us and whole")
        .doesNotContain("Error executing command");
    assertThat(demo.exitValue()).as(output()).isZero();
  }

  @Test
  void recordings_become_devices() throws Exception {
    Path recordings = recordings();

    start("--once", "--recordings", recordings.toString());

    assertThat(demo.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(output())
        .contains("1 agents", "Who is connected to whom is known")
        .containsPattern("isp_uplink +1\\b");
    assertThat(demo.exitValue()).as(output()).isZero();
  }

  private Path recordings() throws IOException {
    Path recordings = Files.createDirectories(directory.resolve("recordings"));
    Files.writeString(
        recordings.resolve("edge.snmprec"),
        """
        1.3.6.1.2.1.1.1.0|4|Example router
        1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.32473.1
        1.3.6.1.2.1.1.3.0|67|12345
        1.3.6.1.2.1.1.5.0|4|edge.example.net
        1.3.6.1.2.1.2.1.0|2|1
        1.3.6.1.2.1.2.2.1.1.1|2|1
        1.3.6.1.2.1.2.2.1.2.1|4|ge-0/0/0
        1.3.6.1.2.1.2.2.1.3.1|2|6
        1.3.6.1.2.1.2.2.1.7.1|2|1
        1.3.6.1.2.1.2.2.1.8.1|2|1
        1.3.6.1.2.1.31.1.1.1.1.1|4|ge-0/0/0
        1.3.6.1.2.1.31.1.1.1.15.1|66|1000
        1.3.6.1.2.1.31.1.1.1.18.1|4|Uplink to ISP Example Carrier
        """);
    return recordings;
  }

  @Test
  void it_stays_up_until_ctrl_c_which_ends_everything() throws Exception {
    start("--recordings", recordings().toString());
    new Waiting(Duration.ofMinutes(MINUTES))
        .until("the doors are shown", () -> output().contains("Ctrl-C"), () -> "");
    List<ProcessHandle> children = demo.descendants().toList();
    assertThat(children).hasSizeGreaterThanOrEqualTo(2);
    assertThat(KarafPorts.isTaken(ports.ssh())).isTrue();
    assertThat(output())
        .contains("ssh -p " + ports.ssh())
        .contains("http://127.0.0.1:" + ports.http())
        .contains("karaf.log");

    new ProcessBuilder("kill", "-INT", String.valueOf(demo.pid())).start().waitFor();

    assertThat(demo.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThat(KarafPorts.isTaken(ports.ssh())).isFalse();
  }

  @Test
  void a_taken_port_is_named_at_once() throws Exception {
    try (ServerSocket other = new ServerSocket(ports.ssh(), 1, InetAddress.getLoopbackAddress())) {
      start("--once");

      assertThat(demo.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(demo.exitValue()).isEqualTo(1);
      assertThat(output()).contains("TCP port " + other.getLocalPort()).contains("SSH_PORT=");
    }
  }

  @Test
  void recordings_that_are_not_there_are_named() throws Exception {
    start("--once", "--recordings", directory.resolve("missing").toString());

    assertThat(demo.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(demo.exitValue()).isEqualTo(1);
    assertThat(output()).contains("missing").contains("RECORDINGS");
  }

  private void start(String... options) throws IOException {
    Path jar = SandboxFiles.ofThisBuild().directory().resolve("trunkline-sandbox-container.jar");
    List<String> command = new ArrayList<>();
    // A build in the background ignores Ctrl-C, and so would its children.
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", jar.toString(), "--devices", "10"));
    command.addAll(List.of("--ssh-port", String.valueOf(ports.ssh())));
    command.addAll(List.of("--http-port", String.valueOf(ports.http())));
    command.addAll(List.of("--snmp-port", String.valueOf(ports.rmiServer())));
    command.addAll(List.of(options));
    demo =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
  }

  private String output() throws IOException {
    return Files.readString(directory.resolve("output"), UTF_8);
  }
}
