package org.opennms.plugins.trunkline.rest;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.opennms.plugins.trunkline.operations.AlertDesk;
import org.opennms.plugins.trunkline.operations.AnomalyBoard;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.MetricsDesk;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;
import org.opennms.plugins.trunkline.operations.TrafficDesk;

/**
 * REST under {@code /opennms/rest/trunkline}, for the OSGi HTTP whiteboard. JAX-RS inside it is our
 * own embedded Jersey and stays ours: nothing of the host's JAX-RS is seen or touched.
 *
 * <p>The host serves it on many threads, and initialises it again after its HTTP service was
 * restarted, so all that Jersey holds is made in {@link #init} and let go in {@link #destroy}. It
 * has no threads of its own. No request waits for discovery; {@code PUT} and {@code DELETE} wait
 * for the host's key-value store.
 */
public final class RestServlet extends HttpServlet {
  /** Value of {@code osgi.http.whiteboard.servlet.pattern}; the host wants one String, no array. */
  public static final String PATTERN = "/rest/trunkline/*";

  /** Value of {@code osgi.http.whiteboard.servlet.name}. */
  public static final String NAME = "trunkline-rest";

  /** What serves an operation of a later part; the resource has the operation injected. */
  private static final Map<Class<?>, List<Class<?>>> LATER_RESOURCES =
      Map.of(
          TopologyDirectory.class, List.of(TopologyResource.class),
          TrafficDesk.class, List.of(TrafficResource.class),
          MetricsDesk.class, List.of(MetricsResource.class),
          BaselineDesk.class, List.of(BaselinesResource.class, BaselineReplayResource.class),
          AnomalyBoard.class, List.of(AnomaliesResource.class),
          TelemetryDesk.class, List.of(TelemetryResource.class),
          AlertDesk.class, List.of(AlertsResource.class));

  private static final long serialVersionUID = 1L;

  private final transient Operations operations;
  private final transient Clock clock;
  private transient volatile ServletContainer jersey;

  /** Does nothing until the host calls {@link #init}. */
  public RestServlet(Operations operations, Clock clock) {
    this.operations = Objects.requireNonNull(operations, "operations");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Properties to register it with, under the service name {@code javax.servlet.Servlet}. */
  public static Map<String, Object> whiteboardProperties() {
    return Map.of(
        "osgi.http.whiteboard.servlet.pattern", PATTERN,
        "osgi.http.whiteboard.servlet.name", NAME);
  }

  @Override
  public void init() throws ServletException {
    ServletConfig config = getServletConfig();
    ServletContainer made = new ServletContainer(application(operations, clock));
    ClassLoader before = enter();
    try {
      made.init(config);
    } finally {
      leave(before);
    }
    jersey = made;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    ClassLoader before = enter();
    try {
      jersey.service(request, response);
    } catch (RuntimeException e) {
      answer(response, ErrorCode.INTERNAL_ERROR.status(), ErrorMapper.internal(e));
      return;
    } finally {
      leave(before);
    }
    if (response.getStatus() == 400 && response.getContentType() == null) {
      // Jersey refuses an address that is no URI before our mapper could word it.
      answer(
          response,
          400,
          new ErrorView(
              ErrorCode.BAD_REQUEST,
              "the address is not a URI",
              "Escape reserved characters with % and two hex digits."));
    }
  }

  @Override
  public void destroy() {
    ServletContainer made = jersey;
    jersey = null;
    if (made != null) {
      ClassLoader before = enter();
      try {
        made.destroy();
      } finally {
        leave(before);
      }
    }
  }

  /** What Jersey is to serve; named one by one, nothing is looked up or scanned. */
  static ResourceConfig application(Operations operations, Clock clock) {
    ResourceConfig application = new ResourceConfig();
    LATER_RESOURCES.forEach(
        (operation, resources) -> {
          if (operations.later().containsKey(operation)) {
            resources.forEach(application::register);
          }
        });
    return application
        .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
        .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
        // The default providers want javax.activation, java.awt and XML, which the bundle lacks.
        .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL")
        .property(ServerProperties.WADL_FEATURE_DISABLE, true)
        .property(ServerProperties.BV_FEATURE_DISABLE, true)
        .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true)
        .register(StatusResource.class)
        .register(InterfacesResource.class)
        .register(DiscoverResource.class)
        .register(WorkListsResource.class)
        .register(new AccessFilter())
        .register(new QueryGuard())
        .register(new JsonBodies())
        .register(new ErrorMapper())
        .register(
            new AbstractBinder() {
              @Override
              protected void configure() {
                bind(operations).to(Operations.class);
                operations.later().forEach((type, service) -> bind(service).to((Class<?>) type));
                bind(clock).to(Clock.class);
              }
            });
  }

  private static void answer(HttpServletResponse response, int status, ErrorView error)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType("application/json");
    Json.MAPPER.writeValue(response.getOutputStream(), error);
  }

  /** Jersey finds its own parts through the thread's loader, which is the host's otherwise. */
  private static ClassLoader enter() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(RestServlet.class.getClassLoader());
    return before;
  }

  private static void leave(ClassLoader before) {
    Thread.currentThread().setContextClassLoader(before);
  }
}
