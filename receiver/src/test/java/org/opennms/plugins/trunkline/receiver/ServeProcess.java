package org.opennms.plugins.trunkline.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opennms.plugins.trunkline.receiver.bus.BusFixture;

/** {@code serve} of the executable jar in a process of its own. */
final class ServeProcess {
  static final Path JAR = Path.of("target/trunkline-receiver.jar");

  private static final Pattern READY = Pattern.compile("Serving at port (\\d+).*");

  private final Process process;
  private final int port;

  private ServeProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static ServeProcess start(BusFixture fixture, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(java(), "-Xmx256m", "-jar", JAR.toString(), "serve"));
    command.addAll(List.of("--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0", "--rate", "0"));
    command.addAll(List.of("--tls-cert", fixture.certs().resolve("server.pem").toString()));
    command.addAll(List.of("--tls-key", fixture.certs().resolve("server.key").toString()));
    command.addAll(List.of("--tls-ca", fixture.certs().resolve("ca.pem").toString()));
    command.addAll(List.of("--keys", fixture.keys().toString()));
    command.addAll(List.of("--store", fixture.store().toString()));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return new ServeProcess(process, Integer.parseInt(ready.group(1)));
      }
    }
    throw new IOException("serve ended before it was ready");
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  int port() {
    return port;
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, and waits for the orderly end. */
  void stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor()).isEqualTo(128 + 15);
  }
}
