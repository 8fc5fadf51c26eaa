package org.opennms.plugins.trunkline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The vectors of C2SP/wycheproof, {@code testvectors_v1/ed25519_test.json}. */
class WycheproofTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("trunkline.data", "absent"), "wycheproof", "ed25519_test.json");

  @Test
  void all_vectors_are_judged_right() throws Exception {
    assumeTrue(Files.exists(VECTORS), VECTORS + " is absent");
    List<String> wrong = new ArrayList<>();
    int total = 0;
    for (JsonNode group : new ObjectMapper().readTree(VECTORS.toFile()).path("testGroups")) {
      JsonNode key = group.has("publicKey") ? group.path("publicKey") : group.path("key");
      for (JsonNode test : group.path("tests")) {
        total++;
        boolean valid = test.path("result").asText().equals("valid");
        if (verifies(hex(key.path("pk")), test) != valid) {
          wrong.add(test.path("tcId").asText() + " " + test.path("comment").asText());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(total).isGreaterThanOrEqualTo(145);
  }

  private static boolean verifies(byte[] key, JsonNode test) {
    try {
      return VerifyingKey.of(key).verify(hex(test.path("msg")), hex(test.path("sig")));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] hex(JsonNode text) {
    return HexFormat.of().parseHex(text.asText());
  }
}
