package org.opennms.plugins.trunkline.sandbox.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One container of each line, with the KAR installed as an operator does it and a simulated network
 * discovered once. Made when a test first asks for it and shared by all test classes; everything
 * ends with the JVM.
 */
final class InstalledTrunkline implements AutoCloseable {

  static final Credentials ADMIN = new Credentials("admin", "admin");
  static final Credentials REST = new Credentials("rest", "rest");
  static final Credentials USER = new Credentials("user", "user");
  static final Credentials DASHBOARD = new Credentials("dashboard", "dashboard");
  static final int DEVICES = 10;

  private static final Map<KarafLine, InstalledTrunkline> SHARED = new EnumMap<>(KarafLine.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static NetworkProcess network;

  private final Sandbox sandbox;
  private final Traces before;

  private InstalledTrunkline(Sandbox sandbox, Traces before) {
    this.sandbox = sandbox;
    this.before = before;
  }

  /** The container of this line. */
  static synchronized InstalledTrunkline on(KarafLine line) {
    return SHARED.computeIfAbsent(line, l -> install(l, l.version()));
  }

  /** A new container that nothing has happened to; whoever asks for it closes it. */
  static synchronized InstalledTrunkline alone(KarafLine line) {
    return install(line, line.version() + "-alone");
  }

  private static InstalledTrunkline install(KarafLine line, String directory) {
    SandboxFiles files = SandboxFiles.ofThisBuild();
    try {
      KarafSettings settings =
          Sandbox.settings(files, line.version(), files.directory().resolve("it/" + directory));
      Sandbox sandbox = Sandbox.prepare(files, settings);
      sandbox.watch(network(files));
      sandbox.karaf().start();
      Traces before = Traces.of(sandbox.karaf(), Set.of());
      sandbox.deployTrunkline();
      sandbox.installTrunkline();
      sandbox.karaf().shell().expect("opennms-trunkline:discover");
      return new InstalledTrunkline(sandbox, before);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NetworkProcess network(SandboxFiles files) throws IOException {
    if (network == null) {
      network =
          NetworkProcess.start(
              files.network(),
              Files.createDirectories(files.directory().resolve("it/network")),
              List.of(
                  "generate", "--devices", String.valueOf(DEVICES), "--port", "0", "--metrics"));
    }
    return network;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  KarafContainer karaf() {
    return sandbox.karaf();
  }

  KarafShell shell() {
    return karaf().shell();
  }

  HostHttp http() {
    return karaf().http();
  }

  /** What the process held before Trunkline was first installed. */
  Traces before() {
    return before;
  }

  @Override
  public void close() {
    sandbox.close();
  }

  /** Ids of our bundles. */
  Set<String> bundles() throws IOException {
    return shell()
        .expect("bundle:list -t 0 -s --no-format")
        .lines()
        .filter(bundle -> bundle.contains("org.opennms.plugins.trunkline."))
        .filter(bundle -> !bundle.contains("sandbox"))
        .map(bundle -> bundle.split("\t", 2)[0].strip())
        .collect(Collectors.toSet());
  }

  /** All interfaces as the shell gives them in JSON. */
  JsonNode interfaces() throws IOException {
    return JSON.readTree(shell().expect("opennms-trunkline:interfaces --json"));
  }

  /** Some interface that discovery found. */
  Interface anInterface() throws IOException {
    JsonNode row = interfaces().get(0);
    return new Interface(row.path("node").asText(), row.path("name").asText());
  }

  /** An interface as commands and REST name it. */
  record Interface(String node, String name) {

    String quoted() {
      return "'" + node + "' '" + name + "'";
    }
  }
}
