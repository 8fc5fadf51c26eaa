package org.opennms.plugins.trunkline.sandbox.network;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings.Version;
import org.opennms.plugins.trunkline.sandbox.network.agent.SnmpUser;
import org.opennms.plugins.trunkline.sandbox.network.control.Control;
import org.opennms.plugins.trunkline.sandbox.network.control.ControlServer;
import org.opennms.plugins.trunkline.sandbox.network.export.CredentialsFile;
import org.opennms.plugins.trunkline.sandbox.network.export.NodeFile;
import org.opennms.plugins.trunkline.sandbox.network.export.TruthFile;
import org.opennms.plugins.trunkline.sandbox.network.metrics.MetricRecorder;
import org.snmp4j.smi.IpAddress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What both kinds of networks have in common on the command line. */
final class ServeOptions {

  /** Which versions the agents speak. */
  enum Snmp {
    V1,
    V2C,
    V3,
    MIXED;

    Set<Version> versions() {
      return switch (this) {
        case V1 -> Set.of(Version.V1);
        case V2C -> Set.of(Version.V1, Version.V2C);
        case V3 -> Set.of(Version.V3);
        case MIXED -> Set.of(Version.V1, Version.V2C, Version.V3);
      };
    }
  }

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--network",
      defaultValue = "127.16.0.0",
      description = "The agents' addresses begin after this one (default ${DEFAULT-VALUE}).")
  String network;

  @Option(
      names = "--port",
      defaultValue = "1161",
      description = "UDP port of all agents, 0 for a free one (default ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--snmp",
      defaultValue = "mixed",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  Snmp snmp;

  @Option(names = "--community", defaultValue = "sandbox", description = "For v1 and v2c.")
  String community;

  @Option(names = "--v3-user", defaultValue = "trunkline", description = "Security name.")
  String user;

  @Option(
      names = "--auth-protocol",
      defaultValue = "SHA-256",
      description = "MD5, SHA, SHA-224, SHA-256, SHA-384, SHA-512 or none.")
  String authProtocol;

  @Option(names = "--auth-passphrase", defaultValue = "sandbox-auth-phrase")
  String authPassphrase;

  @Option(
      names = "--priv-protocol",
      defaultValue = "AES-128",
      description = "DES, 3DES, AES-128, AES-192, AES-256, AES-192-C, AES-256-C or none.")
  String privProtocol;

  @Option(names = "--priv-passphrase", defaultValue = "sandbox-priv-phrase")
  String privPassphrase;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where nodes.json, snmp.yaml and truth.csv are written.")
  Path out;

  @Option(
      names = "--metrics",
      description = "Keeps in DIR/metrics what the host would have collected, 90 kB a port.")
  boolean metrics;

  @Option(
      names = "--control-port",
      paramLabel = "PORT",
      description = "Takes commands on this TCP port of 127.0.0.1, 0 for a free one.")
  Integer controlPort;

  @Option(
      names = "--stdin",
      description = "Takes commands from the standard input, and ends when it closes.")
  boolean stdin;

  AgentSettings agents() {
    SnmpUser snmpUser =
        new SnmpUser(
            user,
            unlessNone(authProtocol),
            authPassphrase,
            unlessNone(privProtocol),
            privPassphrase);
    return new AgentSettings(
        port,
        snmp.versions(),
        community,
        snmpUser,
        AgentSettings.MAX_MESSAGE_SIZE,
        InstantSource.system());
  }

  private static String unlessNone(String protocol) {
    return protocol.toLowerCase(Locale.ROOT).equals("none") ? null : protocol;
  }

  int firstAddress() {
    if (!network.matches("127(\\.\\d{1,3}){3}")) {
      throw new IllegalArgumentException(
          "--network is an address in 127.0.0.0/8, for instance 127.16.0.0, not " + network);
    }
    byte[] octets = new IpAddress(network).toByteArray();
    return ByteBuffer.wrap(octets).getInt();
  }

  /** Writes the files, says READY, takes commands until the end. */
  int serve(SimulatedNetwork running) throws IOException {
    Files.createDirectories(out);
    NodeFile.write(out.resolve("nodes.json"), running.devices());
    TruthFile.write(out.resolve("truth.csv"), running.devices());
    CredentialsFile.write(out.resolve("snmp.yaml"), running);
    PrintWriter output = spec.commandLine().getOut();
    Control control = new Control(running);
    try (ControlServer server =
            controlPort == null ? null : ControlServer.start(control, controlPort);
        MetricRecorder recorder = metrics ? record(running) : null) {
      if (recorder != null) {
        recorder.start();
      }
      if (server != null) {
        output.println("CONTROL 127.0.0.1:" + server.port());
      }
      output.println("READY " + running.devices().size() + " agents on port " + running.port());
      output.flush();
      if (stdin) {
        control.converse(System.in, output);
      } else {
        waitForSignal();
      }
    }
    return 0;
  }

  private MetricRecorder record(SimulatedNetwork running) throws IOException {
    return MetricRecorder.fill(
        out.resolve("metrics"), running.devices(), running.settings().clock());
  }

  private static void waitForSignal() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
