package org.opennms.plugins.trunkline.telemetry.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opennms.plugins.trunkline.telemetry.grpc.Certificates;
import org.opennms.plugins.trunkline.wire.KeyPem;
import org.opennms.plugins.trunkline.wire.VerifyingKey;

/**
 * A gRPC server in Python, over code that Debian's protoc made of the schema, that checks what the
 * public EventBus checks. Takes Debian's protobuf-compiler, python3-protobuf, python3-grpcio and
 * python3-cryptography.
 */
final class PythonBus implements AutoCloseable {
  /** Debian's, which its packages are for; another one may come first on the path. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path home;
  private final Process process;
  private final BufferedReader lines;
  private final Writer commands;
  private final int port;
  private final List<JsonNode> calls = new CopyOnWriteArrayList<>();

  private PythonBus(Path home, Process process) throws IOException {
    this.home = home;
    this.process = process;
    lines = process.inputReader(StandardCharsets.UTF_8);
    commands = process.outputWriter(StandardCharsets.UTF_8);
    port = JSON.readTree(lines.readLine()).get("port").asInt();
    Thread reader = new Thread(this::read, "eventbus-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts one that knows the keys of these agents. */
  static PythonBus start(Path home, Certificates authority, Map<String, VerifyingKey> keys)
      throws IOException, InterruptedException {
    assumeTrue(
        succeeds("protoc", "--version")
            && succeeds(PYTHON, "-c", "import google.protobuf, grpc, cryptography"),
        "Install protobuf-compiler, python3-protobuf, python3-grpcio and python3-cryptography.");
    Files.createDirectories(home);
    Path schema = Path.of("../wire/src/main/protobuf").toAbsolutePath().normalize();
    boolean generated =
        succeeds(
            "protoc",
            "--python_out=" + home,
            "--proto_path=" + schema,
            "universal_telemetry.proto",
            "messaging_schema.proto");
    if (!generated) {
      throw new IOException("protoc made no code of " + schema);
    }
    try (InputStream script = PythonBus.class.getResourceAsStream("/eventbus/bus.py")) {
      Files.copy(script, home.resolve("bus.py"), StandardCopyOption.REPLACE_EXISTING);
    }
    authority.authority(home.resolve("ca.pem"));
    authority.issue(home.resolve("server.pem"), "bus");
    write(home, keys);
    Process process =
        new ProcessBuilder(PYTHON, home.resolve("bus.py").toString(), home.toString())
            .redirectError(home.resolve("bus.log").toFile())
            .start();
    return new PythonBus(home, process);
  }

  String endpoint() {
    return "127.0.0.1:" + port;
  }

  /** Every call so far, in the order of its answer. */
  List<JsonNode> calls() {
    return calls;
  }

  /** Those that were answered so. */
  List<JsonNode> answered(String status) {
    return calls.stream().filter(c -> c.get("status").asText().equals(status)).toList();
  }

  /** From now on it answers RETRY. */
  void overload() throws IOException {
    command("overload");
  }

  /** From now on it judges again. */
  void calm() throws IOException {
    command("calm");
  }

  /** Knows these keys from now on. */
  void know(Map<String, VerifyingKey> keys) throws IOException {
    write(home, keys);
    command("reload");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void command(String word) throws IOException {
    commands.write(word + "\n");
    commands.flush();
  }

  private static void write(Path home, Map<String, VerifyingKey> keys) throws IOException {
    Map<String, String> pems = new java.util.TreeMap<>();
    keys.forEach((agent, key) -> pems.put(agent, KeyPem.of(key)));
    Files.write(home.resolve("keys.json"), JSON.writeValueAsBytes(pems));
  }

  private void read() {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        calls.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
