package org.opennms.plugins.trunkline.receiver;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import org.opennms.plugins.trunkline.receiver.bus.BusSettings;
import org.opennms.plugins.trunkline.receiver.bus.EventBusServer;
import org.opennms.plugins.trunkline.wire.Contract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the EventBus end until it is stopped. */
@Command(
    name = "serve",
    description = "Receives envelopes over gRPC with mutual TLS, checks and stores them.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Where gRPC is served; port 0 takes a free one.")
  private String listen = "0.0.0.0:50051";

  @Option(names = "--tls-cert", paramLabel = "PEM", description = "The server's certificate.")
  private Path certificate = Path.of("certs/server.pem");

  @Option(names = "--tls-key", paramLabel = "PEM", description = "The server's private key.")
  private Path key = Path.of("certs/server.key");

  @Option(
      names = "--tls-ca",
      paramLabel = "PEM",
      description = "Who signs the clients' certificates.")
  private Path authority = Path.of("certs/ca.pem");

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "Public keys: AGENT.pem, or AGENT/ANY.pem for several; re-read on change.")
  private Path keys = Path.of("keys");

  @Option(
      names = "--trust-announced-keys",
      negatable = true,
      fallbackValue = "true",
      description = "Whether a key that an agent's known key announces becomes known.")
  private boolean trustAnnounced = true;

  @Option(names = "--store", paramLabel = "DIR", description = "Where envelopes are kept.")
  private Path store = Path.of("store");

  @Option(
      names = "--segment-bytes",
      paramLabel = "N",
      description = "The store begins a new file behind this size.")
  private long segmentBytes = 128L << 20;

  @Option(names = "--max-bytes", paramLabel = "N", description = "Larger envelopes are INVALID.")
  private int mostBytes = Contract.MOST_BYTES;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Envelopes a second that a sender may send; more get RETRY; 0: no limit.")
  private double perSecond = 100;

  @Option(
      names = "--backoff",
      paramLabel = "PT..",
      description = "What a sender is told to wait when it shall try again.")
  private Duration backoff = Duration.ofSeconds(3);

  @Option(
      names = "--consumer",
      paramLabel = "NAME",
      description = "Common name of a certificate that may subscribe; may be given again.")
  private Set<String> consumers = Set.of("consumer");

  @Option(
      names = "--metrics",
      paramLabel = "HOST:PORT",
      description = "Where Prometheus metrics are served over HTTP; \"none\" for nowhere.")
  private String metrics = "127.0.0.1:9464";

  @Option(
      names = "--verify-threads",
      paramLabel = "N",
      description = "Threads that check signatures.")
  private int verifiers = Math.max(2, Runtime.getRuntime().availableProcessors());

  @Override
  public Integer call() throws IOException, GeneralSecurityException, InterruptedException {
    EventBusServer server = EventBusServer.start(settings(), InstantSource.system());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "trunkline-receiver-stop"));
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Serving at port "
            + server.port()
            + ", metrics at port "
            + server.metricsPort()
            + ", next offset "
            + server.end());
    out.flush();
    server.awaitTermination();
    return 0;
  }

  private BusSettings settings() {
    return new BusSettings(
        address("--listen", listen),
        new BusSettings.Tls(certificate, key, authority),
        keys,
        trustAnnounced,
        store,
        segmentBytes,
        mostBytes,
        perSecond,
        Math.toIntExact(backoff.toMillis()),
        consumers,
        metrics.equals("none") ? null : address("--metrics", metrics),
        verifiers);
  }

  private static InetSocketAddress address(String option, String text) {
    int colon = text.lastIndexOf(':');
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      InetSocketAddress address = new InetSocketAddress(text.substring(0, colon), port);
      if (!address.isUnresolved()) {
        return address;
      }
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw new ReceiverException(
          option + " " + text + " is no HOST:PORT, such as 0.0.0.0:50051", e);
    }
    throw new ReceiverException(option + " " + text + ": the host's name has no address");
  }
}
