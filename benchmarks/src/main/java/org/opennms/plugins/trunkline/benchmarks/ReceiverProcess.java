package org.opennms.plugins.trunkline.benchmarks;

import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opennms.plugins.trunkline.wire.KeyFiles;
import org.opennms.plugins.trunkline.wire.SigningKey;

/** {@code serve} of the executable jar in a process of its own. */
final class ReceiverProcess {
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final Path directory;
  private final int port;

  private ReceiverProcess(Process process, Path directory, int port) {
    this.process = process;
    this.directory = directory;
    this.port = port;
  }

  /** Makes certificates and an agent's key with the receiver's own commands. */
  static SigningKey prepare(Path jar, Path directory, String agent)
      throws IOException, InterruptedException {
    run(jar, directory, "certs", "certs", "--client", agent);
    Files.createDirectory(directory.resolve("keys"));
    run(jar, directory, "keygen", agent + ".key", "--public", "keys/" + agent + ".pem");
    return KeyFiles.readPrivate(directory.resolve(agent + ".key"));
  }

  static ReceiverProcess start(Path jar, Path directory) throws IOException {
    Process process =
        process(jar, directory, "serve", "--listen=127.0.0.1:0", "--metrics=none", "--rate=0");
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    if (line == null || !line.startsWith("Serving at port ")) {
      throw new IOException("serve did not begin: " + line);
    }
    int port = Integer.parseInt(line.replaceAll("Serving at port (\\d+).*", "$1"));
    return new ReceiverProcess(process, directory, port);
  }

  ManagedChannel channel(String client) throws IOException {
    Path certs = directory.resolve("certs");
    return NettyChannelBuilder.forAddress(
            "localhost",
            port,
            TlsChannelCredentials.newBuilder()
                .trustManager(certs.resolve("ca.pem").toFile())
                .keyManager(
                    certs.resolve(client + ".pem").toFile(),
                    certs.resolve(client + ".key").toFile())
                .build())
        .build();
  }

  /** CPU time that the process used until now. */
  long cpuNanos() {
    return process.info().totalCpuDuration().orElseThrow().toNanos();
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private static void run(Path jar, Path directory, String... arguments)
      throws IOException, InterruptedException {
    Process process = process(jar, directory, arguments);
    process.inputReader().lines().forEach(line -> {});
    if (process.waitFor() != 0) {
      throw new IOException("failed: " + String.join(" ", arguments));
    }
  }

  private static Process process(Path jar, Path directory, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-jar", jar.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
