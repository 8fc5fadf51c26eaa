package org.opennms.plugins.trunkline.sandbox.host;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.Consumer;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import org.opennms.integration.api.v1.alarms.AlarmLifecycleListener;
import org.opennms.integration.api.v1.alarms.AlarmPersisterExtension;
import org.opennms.integration.api.v1.config.events.EventConfExtension;
import org.opennms.integration.api.v1.dao.AlarmDao;
import org.opennms.integration.api.v1.dao.EdgeDao;
import org.opennms.integration.api.v1.dao.InterfaceToNodeCache;
import org.opennms.integration.api.v1.dao.NodeDao;
import org.opennms.integration.api.v1.dao.SnmpInterfaceDao;
import org.opennms.integration.api.v1.distributed.KeyValueStore;
import org.opennms.integration.api.v1.events.EventForwarder;
import org.opennms.integration.api.v1.events.EventSubscriptionService;
import org.opennms.integration.api.v1.graph.GraphContainerCache;
import org.opennms.integration.api.v1.graph.GraphContainerProvider;
import org.opennms.integration.api.v1.graph.status.StatusProvider;
import org.opennms.integration.api.v1.health.HealthCheck;
import org.opennms.integration.api.v1.runtime.RuntimeInfo;
import org.opennms.integration.api.v1.scv.SecureCredentialsVault;
import org.opennms.integration.api.v1.topology.TopologyEdgeConsumer;
import org.opennms.integration.api.v1.topology.UserDefinedLinkDao;
import org.opennms.integration.api.v1.ui.UIExtension;
import org.opennms.plugins.trunkline.sandbox.host.http.AccessFilter;
import org.opennms.plugins.trunkline.sandbox.host.http.InfoServlet;
import org.opennms.plugins.trunkline.sandbox.host.http.NotFoundServlet;
import org.opennms.plugins.trunkline.sandbox.host.http.OutagesServlet;
import org.opennms.plugins.trunkline.sandbox.host.http.PluginsServlet;
import org.opennms.plugins.trunkline.sandbox.host.metrics.MeasurementsServlet;
import org.opennms.plugins.trunkline.sandbox.host.metrics.ResourcesServlet;
import org.opennms.plugins.trunkline.sandbox.host.nodes.SandboxInterfaceToNodeCache;
import org.opennms.plugins.trunkline.sandbox.host.nodes.SandboxNodeDao;
import org.opennms.plugins.trunkline.sandbox.host.nodes.SandboxSnmpInterfaceDao;
import org.opennms.plugins.trunkline.sandbox.host.runtime.SandboxRuntimeInfo;
import org.opennms.plugins.trunkline.sandbox.host.topology.SandboxEdgeDao;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** Registers a host's parts as services, and follows the services of plugins. */
final class HostServices implements AutoCloseable {

  private static final String WHITEBOARD = "osgi.http.whiteboard.";

  private final BundleContext context;
  private final Deque<Runnable> undo = new ArrayDeque<>();

  HostServices(BundleContext context, SandboxHost host) {
    this.context = context;
    registerHttp(host);
    registerApi(host);
    follow(
        EventConfExtension.class,
        host.eventConfExtensions()::bind,
        host.eventConfExtensions()::unbind);
    follow(
        AlarmLifecycleListener.class,
        host.alarmd().listeners()::bind,
        host.alarmd().listeners()::unbind);
    follow(
        AlarmPersisterExtension.class,
        host.alarmd().extensions()::bind,
        host.alarmd().extensions()::unbind);
    follow(TopologyEdgeConsumer.class, host.enlinkd()::bind, host.enlinkd()::unbind);
    follow(GraphContainerProvider.class, host.graphs()::bind, host.graphs()::unbind);
    follow(StatusProvider.class, host.graphs()::bind, host.graphs()::unbind);
    follow(HealthCheck.class, host.healthChecks()::bind, host.healthChecks()::unbind);
    follow(UIExtension.class, host.uiExtensions()::bind, host.uiExtensions()::unbind);
    register(SandboxHost.class, host, Map.of());
  }

  @Override
  public void close() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }

  private void registerApi(SandboxHost host) {
    export(RuntimeInfo.class, new SandboxRuntimeInfo(host.settings().version()));
    export(NodeDao.class, new SandboxNodeDao(host.nodes()));
    export(SnmpInterfaceDao.class, new SandboxSnmpInterfaceDao(host.nodes()));
    export(
        InterfaceToNodeCache.class,
        new SandboxInterfaceToNodeCache(host.nodes(), host::refreshNodes));
    export(KeyValueStore.class, host.keyValueStore());
    export(SecureCredentialsVault.class, host.credentials());
    export(EventSubscriptionService.class, host.bus());
    export(EventForwarder.class, host.eventd());
    export(AlarmDao.class, host.alarms());
    export(EdgeDao.class, new SandboxEdgeDao(host.enlinkd()));
    export(UserDefinedLinkDao.class, host.userDefinedLinks());
    export(GraphContainerCache.class, host.graphs());
  }

  private void registerHttp(SandboxHost host) {
    register(
        Filter.class,
        new AccessFilter(host.users()),
        Map.of(
            WHITEBOARD + "filter.pattern",
            "/*",
            WHITEBOARD + "filter.name",
            "trunkline-sandbox-access",
            Constants.SERVICE_RANKING,
            Integer.MAX_VALUE));
    servlet("not-found", "/*", new NotFoundServlet());
    servlet("info", "/rest/info", new InfoServlet(host.settings().version().toString()));
    Path metrics = host.settings().metricsDirectory();
    servlet("resources", "/rest/resources/*", new ResourcesServlet(host.nodes()::nodes, metrics));
    servlet(
        "measurements",
        "/rest/measurements/*",
        new MeasurementsServlet(host.nodes()::nodes, metrics, Clock.systemUTC()));
    Path users = host.settings().usersFile();
    servlet(
        "outages",
        "/rest/sched-outages",
        new OutagesServlet(users.resolveSibling("trunkline-sandbox-outages.json")));
    servlet(
        "plugins",
        "/rest/plugins/*",
        new PluginsServlet(
            host.uiExtensions(), (type, path) -> FrameworkUtil.getBundle(type).getResource(path)));
  }

  private void servlet(String name, String pattern, Servlet servlet) {
    register(
        Servlet.class,
        servlet,
        Map.of(
            WHITEBOARD + "servlet.name",
            "trunkline-sandbox-" + name,
            WHITEBOARD + "servlet.pattern",
            pattern));
  }

  private <T> void export(Class<T> type, T service) {
    register(type, service, Map.of("registration.export", "true"));
  }

  private <T> void register(Class<T> type, T service, Map<String, ?> properties) {
    ServiceRegistration<T> registration =
        context.registerService(type, service, dictionary(properties));
    undo.push(registration::unregister);
  }

  @SuppressWarnings("JdkObsolete") // OSGi's signature
  static Dictionary<String, ?> dictionary(Map<String, ?> properties) {
    return new Hashtable<>(properties);
  }

  private <T> void follow(Class<T> type, Consumer<T> bind, Consumer<T> unbind) {
    ServiceTracker<T, T> tracker =
        new ServiceTracker<>(context, type, new Follower<>(context, bind, unbind));
    tracker.open();
    undo.push(tracker::close);
  }

  private record Follower<T>(BundleContext context, Consumer<T> bind, Consumer<T> unbind)
      implements ServiceTrackerCustomizer<T, T> {

    @Override
    public T addingService(ServiceReference<T> reference) {
      T service = context.getService(reference);
      bind.accept(service);
      return service;
    }

    @Override
    public void modifiedService(ServiceReference<T> reference, T service) {}

    @Override
    public void removedService(ServiceReference<T> reference, T service) {
      unbind.accept(service);
      context.ungetService(reference);
    }
  }
}
