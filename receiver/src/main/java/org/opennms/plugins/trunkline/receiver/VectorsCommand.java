package org.opennms.plugins.trunkline.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.opennms.plugins.trunkline.wire.VerifyingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs Wycheproof's vectors through the very code that verifies envelopes. */
@Command(
    name = "vectors",
    description = "Runs Ed25519 test vectors (Wycheproof's ed25519_test.json) on this machine.",
    mixinStandardHelpOptions = true)
final class VectorsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Vectors in Wycheproof's JSON form.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    int total = 0;
    List<String> wrong = new ArrayList<>();
    for (JsonNode group : root.path("testGroups")) {
      for (JsonNode test : group.path("tests")) {
        total++;
        boolean expected = test.path("result").asText().equals("valid");
        if (verifies(group, test) != expected) {
          wrong.add("tcId " + test.path("tcId").asInt() + ": " + test.path("comment").asText());
        }
      }
    }
    if (total == 0) {
      throw new ReceiverException(file + " holds no vectors (testGroups[].tests[])");
    }
    PrintWriter out = spec.commandLine().getOut();
    wrong.forEach(w -> out.println("wrong: " + w));
    out.println(
        (total - wrong.size())
            + " of "
            + total
            + " right, on Java "
            + Runtime.version()
            + " with Bouncy Castle");
    out.flush();
    return wrong.isEmpty() ? 0 : 1;
  }

  private static boolean verifies(JsonNode group, JsonNode test) {
    JsonNode key = group.has("publicKey") ? group.path("publicKey") : group.path("key");
    try {
      return VerifyingKey.of(hex(key.path("pk")))
          .verify(hex(test.path("msg")), hex(test.path("sig")));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] hex(JsonNode text) {
    return HexFormat.of().parseHex(text.asText());
  }
}
