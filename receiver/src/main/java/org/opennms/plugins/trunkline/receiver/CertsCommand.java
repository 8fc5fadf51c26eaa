package org.opennms.plugins.trunkline.receiver;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.opennms.plugins.trunkline.receiver.certs.DemoAuthority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes certificates to begin with. */
@Command(
    name = "certs",
    description = {
      "Makes an authority and certificates of server and clients, for a trial: the authority's key",
      "lies beside them. Certificates are added to an authority that is there already."
    },
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class CertsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", arity = "0..1", description = "Where the files go.")
  private Path directory = Path.of("certs");

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "Names and addresses that the server is called by; may be given again.")
  private List<String> hosts = List.of("localhost", "127.0.0.1");

  @Option(
      names = "--client",
      paramLabel = "NAME",
      description = "Common names of clients; may be given again.")
  private List<String> clients = List.of("agent", "consumer");

  @Option(names = "--days", paramLabel = "N", description = "How long they are valid.")
  private int days = 365;

  @Override
  public Integer call() throws IOException, GeneralSecurityException {
    Files.createDirectories(directory);
    DemoAuthority authority = DemoAuthority.in(directory, Clock.systemUTC(), Duration.ofDays(days));
    PrintWriter out = spec.commandLine().getOut();
    if (!Files.exists(directory.resolve("server.pem"))) {
      out.println(authority.server("server", hosts) + "  for " + String.join(", ", hosts));
    }
    for (String client : clients) {
      if (!Files.exists(directory.resolve(client + ".pem"))) {
        out.println(authority.client(client) + "  for client " + client);
      }
    }
    out.println(directory.resolve("ca.pem") + "  whom both sides trust");
    out.flush();
    return 0;
  }
}
