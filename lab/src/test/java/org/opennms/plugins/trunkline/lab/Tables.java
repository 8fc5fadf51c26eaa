package org.opennms.plugins.trunkline.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** Made-up tables, and the lab as a user runs it. */
final class Tables {
  static final String LABELLED =
      """
      recording,sysDescr,ifIndex,ifDescr,ifName,ifAlias,ifType,speed,nbr_names,nbr_platforms,label,also_ok
      a,Example Switch,1,Gi0/1,Gi0/1,Uplink to core,6,1000,,,trunk,isp_uplink
      a,Example Switch,2,Gi0/2,Gi0/2,printer,6,1000,,,access,
      a,Example Switch,3,Gi0/3,Gi0/3,VoIP,6,1000,,,camera,voice|access
      b,Example Router,1,lo0,lo0,,24,0,,,loopback,
      b,Example Router,2,ge-0/0/1,ge-0/0/1,"Transit: Cogent, [1G]",6,1000,,,isp_uplink,
      b,Example Router,3,ge-0/0/2,ge-0/0/2,SRV-1,6,1000,,,camera,
      b,Example Router,4,ge-0/0/3,ge-0/0/3,no label,6,1000,,,,
      """;

  private Tables() {}

  static Path write(Path directory, String text) throws IOException {
    return Files.writeString(directory.resolve("table.csv"), text);
  }

  /**
   * Rows of several recordings that are easy to judge, each labelled; every seventh label is odd.
   */
  static String many(int rows) {
    StringBuilder table = new StringBuilder("recording,ifIndex,ifName,ifAlias,ifType,label\n");
    String[] aliases = {"uplink", "printer", "IP camera", "server 1", "VoIP", "mgmt"};
    String[] labels = {"trunk", "access", "camera", "server_link", "voice", "management"};
    for (int i = 0; i < rows; i++) {
      int kind = i % aliases.length;
      String label = i % 7 == 6 ? "branch_link" : labels[kind];
      table.append("rec%d,%d,Gi0/%d,%s,6,%s%n".formatted(i / 8, i, i, aliases[kind], label));
    }
    return table.toString();
  }

  /** What a run left. */
  record Run(int exitCode, String out, String err) {}

  static Run lab(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Lab.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exitCode = command.execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
