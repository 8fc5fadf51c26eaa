package org.opennms.plugins.trunkline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The peer of reading neighbours: net-snmp's {@code snmpbulkwalk} over LLDP-MIB and the CDP cache
 * of each device, eight at a time, its output thrown away. It resolves nothing.
 */
final class BulkWalks {
  private static final Pattern TIMES =
      Pattern.compile("real ([0-9.]+)\\s+user ([0-9.]+)\\s+sys ([0-9.]+)");
  private static final String TABLES =
      "1.0.8802.1.1.2.1.3 1.0.8802.1.1.2.1.4 1.3.6.1.4.1.9.9.23.1.2";

  private static final int PORT = 1161;

  private BulkWalks() {}

  /**
   * Prints what it took.
   *
   * @param network where the simulated network described itself
   */
  static void print(Path network) throws IOException, InterruptedException {
    JsonNode nodes = new ObjectMapper().readTree(network.resolve("nodes.json").toFile());
    List<String> addresses =
        StreamSupport.stream(nodes.get("nodes").spliterator(), false)
            .map(node -> node.get("address").asText() + ":" + PORT)
            .toList();
    Path list = Files.write(network.resolve("addresses"), addresses);
    String walk = "for t in " + TABLES + "; do snmpbulkwalk -v2c -c sandbox -Cr25 -t 3 {} $t; done";
    String all = "xargs -a " + list + " -P 8 -I {} sh -c '" + walk + "' > /dev/null 2>&1";
    Process process =
        new ProcessBuilder(
                "bash", "-c", "TIMEFORMAT='real %R user %U sys %S'; time { " + all + "; }")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Matcher times = TIMES.matcher(said);
    if (!times.find()) {
      System.out.println("peer: snmpbulkwalk (Debian's package snmp) did not run: " + said.strip());
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "peer: snmpbulkwalk of the same tables, eight at a time, nothing resolved: %.2f s  %.2f"
            + " CPU-s%n",
        Double.parseDouble(times.group(1)),
        Double.parseDouble(times.group(2)) + Double.parseDouble(times.group(3)));
  }
}
