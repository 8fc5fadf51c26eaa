package org.opennms.plugins.trunkline.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.receiver.bus.BusFixture;
import org.opennms.plugins.trunkline.receiver.bus.EventBusServer;
import org.opennms.plugins.trunkline.wire.KeyFiles;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;

/**
 * Code that Debian's protoc generates from our schema, in Python, on one side of each signature;
 * takes the packages protobuf-compiler, python3-protobuf and python3-cryptography.
 */
class PythonInteropTest {
  /** Debian's, which its packages are for; another one may come first on the path. */
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir Path directory;

  @BeforeEach
  void generate() throws Exception {
    assumeTrue(
        succeeds("protoc", "--version")
            && succeeds(PYTHON, "-c", "import google.protobuf, cryptography"),
        "Install protobuf-compiler, python3-protobuf and python3-cryptography to run this.");
    Path schema = Path.of("../wire/src/main/protobuf").toAbsolutePath().normalize();
    run(
        "protoc",
        "--python_out=" + directory,
        "--proto_path=" + schema,
        "universal_telemetry.proto",
        "messaging_schema.proto");
    try (InputStream script = PythonInteropTest.class.getResourceAsStream("/interop.py")) {
      Files.copy(script, directory.resolve("interop.py"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  void our_envelopes_are_serialized_alike_linked_and_verified_there() throws Exception {
    Path publicKey = directory.resolve("public.pem");
    KeyFiles.writePublic(publicKey, Samples.KEY.verifyingKey());
    List<String> command = new ArrayList<>();
    command.addAll(List.of(PYTHON, "interop.py", "check", publicKey.toString()));
    List<ByteString> chain = Samples.chain(20);
    for (int i = 0; i < chain.size(); i++) {
      Path file = directory.resolve("e" + i);
      Files.write(file, chain.get(i).toByteArray());
      command.add(file.toString());
    }
    assertThat(run(command.toArray(String[]::new)).lines())
        .hasSize(20)
        .allSatisfy(line -> assertThat(line).endsWith(" same linked verified"));
  }

  @Test
  void an_envelope_signed_there_is_accepted_here_and_an_altered_one_is_not() throws Exception {
    Path privateKey = directory.resolve("private.raw");
    KeyFiles.writeRawPrivate(privateKey, Samples.KEY);
    Path out = directory.resolve("envelope");
    run(PYTHON, "interop.py", "sign", privateKey.toString(), out.toString());
    byte[] bytes = Files.readAllBytes(out);
    byte[] altered = bytes.clone();
    altered[bytes.length / 2] ^= 1;
    BusFixture fixture = new BusFixture(directory);
    try (EventBusServer server = fixture.start()) {
      ManagedChannel channel = fixture.channel(server.port(), "agent");
      assertThat(BusFixture.publish(channel, ByteString.copyFrom(altered)).getStatus())
          .isNotEqualTo(UniversalAck.Status.OK);
      assertThat(BusFixture.publish(channel, ByteString.copyFrom(bytes)))
          .satisfies(a -> assertThat(a.getReason()).isEmpty())
          .satisfies(a -> assertThat(a.getStatus()).isEqualTo(UniversalAck.Status.OK));
      channel.shutdownNow();
    }
  }

  private boolean succeeds(String... command) throws InterruptedException {
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

  private String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
