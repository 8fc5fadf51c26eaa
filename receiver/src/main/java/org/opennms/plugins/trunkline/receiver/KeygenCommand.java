package org.opennms.plugins.trunkline.receiver;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.opennms.plugins.trunkline.wire.KeyFiles;
import org.opennms.plugins.trunkline.wire.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an agent's key pair. */
@Command(
    name = "keygen",
    description = "Makes an Ed25519 key pair: FILE for the agent, FILE.pem for the receiver.",
    mixinStandardHelpOptions = true)
final class KeygenCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "Where the private key goes, such as horizon-1.key.")
  private Path file;

  @Option(
      names = "--public",
      paramLabel = "FILE",
      description = "Where the public key goes; FILE.pem when not given.")
  private Path publicFile;

  @Option(
      names = "--raw",
      description =
          "The private key as 32 raw bytes, as the AMOSKYS tools read it; else PKCS#8 PEM.")
  private boolean raw;

  @Override
  public void run() {
    SigningKey key = SigningKey.generate(new SecureRandom());
    Path other = publicFile == null ? Path.of(file + ".pem") : publicFile;
    if (raw) {
      KeyFiles.writeRawPrivate(file, key);
    } else {
      KeyFiles.writePrivate(file, key);
    }
    KeyFiles.writePublic(other, key.verifyingKey());
    PrintWriter out = spec.commandLine().getOut();
    out.println("private key  " + file + "  (keep it on the agent, readable by its owner alone)");
    out.println("public key   " + other + "  (give it to the receiver as keys/AGENT.pem)");
    out.println("key id       " + key.verifyingKey().keyId());
    out.flush();
  }
}
