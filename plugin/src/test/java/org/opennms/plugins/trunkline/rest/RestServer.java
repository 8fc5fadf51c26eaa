package org.opennms.plugins.trunkline.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import org.awaitility.Awaitility;
import org.eclipse.jetty.security.ConstraintMapping;
import org.eclipse.jetty.security.ConstraintSecurityHandler;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.security.authentication.BasicAuthenticator;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.security.Constraint;
import org.eclipse.jetty.util.security.Credential;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.operations.SampleWork;
import org.opennms.plugins.trunkline.operations.ScriptedDiscovery;
import org.opennms.plugins.trunkline.operations.SteadyStatus;

/**
 * The servlet in a real HTTP server as the host has it: context {@code /opennms}, HTTP Basic. Users
 * are named as their only role, password {@code secret}; {@code guest} has none that counts.
 */
final class RestServer {
  static final ObjectMapper JSON = new ObjectMapper();

  private final Server server = new Server();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ServletHolder holder;

  RestServer(Operations operations, Clock clock) throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/opennms");
    holder = new ServletHolder(new RestServlet(operations, clock));
    context.addServlet(holder, RestServlet.PATTERN);
    context.addFilter(new FilterHolder(new InFlight()), "/*", EnumSet.of(DispatcherType.REQUEST));
    context.setSecurityHandler(basic());
    server.setHandler(context);
    server.start();
  }

  /**
   * One that knows these interfaces and has these later parts, at the time of the sample network.
   */
  static RestServer of(List<KnownInterface> known, Map<Class<?>, Object> parts) throws Exception {
    InMemoryInterfaces interfaces = new InMemoryInterfaces(known);
    SteadyStatus steady = new SteadyStatus();
    Operations operations =
        new Operations(
            interfaces,
            new ScriptedDiscovery(),
            interfaces,
            steady,
            steady,
            steady,
            new SampleWork());
    return new RestServer(operations.with(parts), Clock.fixed(SampleNetwork.SEEN, ZoneOffset.UTC));
  }

  private static ConstraintSecurityHandler basic() {
    UserStore users = new UserStore();
    for (String role : new String[] {"ROLE_USER", "ROLE_REST", "ROLE_ADMIN", "guest"}) {
      users.addUser(role, Credential.getCredential("secret"), new String[] {role});
    }
    HashLoginService login = new HashLoginService("test");
    login.setUserStore(users);
    Constraint constraint = new Constraint("BASIC", Constraint.ANY_AUTH);
    constraint.setAuthenticate(true);
    ConstraintMapping everything = new ConstraintMapping();
    everything.setPathSpec("/*");
    everything.setConstraint(constraint);
    ConstraintSecurityHandler handler = new ConstraintSecurityHandler();
    handler.setAuthenticator(new BasicAuthenticator());
    handler.setLoginService(login);
    handler.addConstraintMapping(everything);
    return handler;
  }

  URI uri(String path) {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    return URI.create("http://127.0.0.1:" + port + "/opennms/rest/trunkline/" + path);
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, null, "ROLE_REST");
  }

  Answer send(String method, String path, String body, String user)
      throws IOException, InterruptedException {
    String basic =
        Base64.getEncoder().encodeToString((user + ":secret").getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Basic " + basic)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return send(request.build());
  }

  Answer send(HttpRequest request) throws IOException, InterruptedException {
    return new Answer(client.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  /** Stops and starts the servlet alone, as a restart of the host's HTTP service does. */
  void restartServlet() throws Exception {
    holder.stop();
    holder.start();
  }

  /** Stops after what is under way: a caller has its answer before the servlet has returned. */
  void stop() throws Exception {
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> inFlight.get() == 0);
    server.stop();
  }

  /** Counts requests under way. */
  private final class InFlight implements Filter {
    @Override
    public void init(FilterConfig config) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
        throws IOException, ServletException {
      inFlight.incrementAndGet();
      try {
        next.doFilter(request, response);
      } finally {
        inFlight.decrementAndGet();
      }
    }

    @Override
    public void destroy() {}
  }

  /** What came back. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return response.body();
    }

    JsonNode json() throws IOException {
      return JSON.readTree(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }
}
