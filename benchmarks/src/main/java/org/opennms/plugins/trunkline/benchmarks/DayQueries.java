package org.opennms.plugins.trunkline.benchmarks;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.opennms.plugins.trunkline.config.TrafficChoice;
import org.opennms.plugins.trunkline.config.TrunklineConfig.Traffic;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.operations.ConfigCheck;
import org.opennms.plugins.trunkline.operations.DiscoveryControl;
import org.opennms.plugins.trunkline.operations.JobSchedule;
import org.opennms.plugins.trunkline.operations.OverrideDesk;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.operations.TrafficDesk;
import org.opennms.plugins.trunkline.operations.WorkLists;
import org.opennms.plugins.trunkline.rest.Operations;
import org.opennms.plugins.trunkline.rest.RestServlet;
import org.opennms.plugins.trunkline.traffic.CounterReader;
import org.opennms.plugins.trunkline.traffic.MetricArchive;
import org.opennms.plugins.trunkline.traffic.TrafficPart;

/**
 * The last 24 hours of one interface, asked for over HTTP of the servlet itself, while those of
 * many are held: sum and all samples as JSON.
 */
final class DayQueries {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final int SAMPLES = 288;
  private static final int WARM_UP = 300;
  private static final int QUERIES = 1_000;
  private static final double BOUND_MILLIS = 100;

  private DayQueries() {}

  /** Prints median and worst; whether all answers were whole, and 99 of 100 in time. */
  static boolean measure(int interfaces) throws Exception {
    MonitoredPorts ports = new MonitoredPorts(interfaces);
    try (TrafficPart part = filled(ports)) {
      Server server = server(ports, part.desk());
      try {
        return ask(server.getURI(), ports.all());
      } finally {
        server.stop();
      }
    }
  }

  private static boolean ask(URI server, List<KnownInterface> ports)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    Random random = new Random(1);
    double[] millis = new double[QUERIES];
    boolean whole = true;
    for (int i = -WARM_UP; i < QUERIES; i++) {
      KnownInterface port = ports.get(random.nextInt(ports.size()));
      String name = URLEncoder.encode(port.key().name(), StandardCharsets.UTF_8);
      URI address =
          server.resolve(
              "/opennms/rest/trunkline/traffic/" + port.device().label() + "?ifName=" + name);
      long began = System.nanoTime();
      String body =
          client
              .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      double took = (System.nanoTime() - began) / 1e6;
      whole &= body.split("\"quality\"", -1).length == SAMPLES + 1;
      if (i >= 0) {
        millis[i] = took;
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "24 hours of one interface by REST, %,d held: median %.1f ms, 99 of 100 in %.1f ms, worst"
            + " %.1f ms of %,d queries (bound %.0f ms)%s%n",
        ports.size(),
        millis[QUERIES / 2],
        millis[QUERIES * 99 / 100],
        millis[QUERIES - 1],
        QUERIES,
        BOUND_MILLIS,
        whole ? "" : "; answers lack samples");
    return whole && millis[QUERIES * 99 / 100] < BOUND_MILLIS;
  }

  /** A part that has read the last day of all from an archive. */
  private static TrafficPart filled(MonitoredPorts ports) throws InterruptedException {
    CounterReader nobody =
        (device, of, wanted) ->
            CompletableFuture.completedFuture(new CounterReader.Answer.Silent("not asked"));
    TrafficPart part =
        new TrafficPart(
            new TrafficPart.Needs(ports, nobody, new Invented(), device -> {}),
            () -> new Traffic(TrafficChoice.HOST, STEP, STEP),
            () -> NOW,
            DayQueries::thread,
            DayQueries::thread);
    int tries = 0;
    do {
      part.tick();
      while (!part.isQuiet()) {
        Thread.sleep(5);
      }
      part.summarize();
    } while (tries++ < 20 && !isFull(part));
    return part;
  }

  private static boolean isFull(TrafficPart part) {
    return part.desk().summaries().stream().allMatch(s -> s.coverage() > 0.9);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "benchmark-traffic");
    thread.setDaemon(true);
    return thread;
  }

  private static Server server(MonitoredPorts ports, TrafficDesk desk) throws Exception {
    Operations operations =
        new Operations(
                ports,
                none(DiscoveryControl.class),
                none(OverrideDesk.class),
                none(JobSchedule.class),
                none(ConfigCheck.class),
                none(StatusBoard.class),
                none(WorkLists.class))
            .with(Map.of(TrafficDesk.class, desk));
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/opennms");
    RestServlet servlet = new RestServlet(operations, Clock.fixed(NOW, ZoneOffset.UTC));
    context.addServlet(new ServletHolder(servlet), RestServlet.PATTERN);
    context.addFilter(new FilterHolder(new AnyRole()), "/*", EnumSet.of(DispatcherType.REQUEST));
    server.setHandler(context);
    server.start();
    return server;
  }

  /** Something that is not asked. */
  private static <T> T none(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.toString());
            }));
  }

  /** A day of each interface. */
  private static final class Invented implements MetricArchive {
    @Override
    public boolean isConfigured() {
      return true;
    }

    @Override
    public Answer read(Device device, List<NetworkInterface> of, Instant from, Instant to) {
      Map<InterfaceKey, Series> series = new HashMap<>();
      of.forEach(each -> series.put(each.key(), day(each.ifIndex())));
      return new Answer.Stored(series);
    }

    private static Series day(int number) {
      Random random = new Random(number);
      long[] ends = new long[SAMPLES];
      Map<Metric, double[]> values = new EnumMap<>(Metric.class);
      for (Metric metric : Metric.values()) {
        values.put(metric, random.doubles(SAMPLES, 0, 1e6).toArray());
      }
      for (int i = 0; i < SAMPLES; i++) {
        ends[i] = NOW.minus(STEP.multipliedBy(SAMPLES - 1 - i)).toEpochMilli();
      }
      return new Series(ends, STEP.toMillis(), values);
    }
  }

  /** The host's users and roles are not measured. */
  private static final class AnyRole implements Filter {
    @Override
    public void init(FilterConfig config) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      chain.doFilter(
          new HttpServletRequestWrapper((HttpServletRequest) request) {
            @Override
            public boolean isUserInRole(String role) {
              return true;
            }
          },
          response);
    }

    @Override
    public void destroy() {}
  }
}
