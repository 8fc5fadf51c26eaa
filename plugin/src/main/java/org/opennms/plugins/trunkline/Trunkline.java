package org.opennms.plugins.trunkline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opennms.integration.api.v1.config.events.EventConfExtension;
import org.opennms.integration.api.v1.events.EventSubscriptionService;
import org.opennms.plugins.trunkline.config.ConfigReader;
import org.opennms.plugins.trunkline.host.EventDefinitions;
import org.opennms.plugins.trunkline.host.HostServices;
import org.opennms.plugins.trunkline.operations.ConfigCheck;
import org.opennms.plugins.trunkline.operations.DiscoveryControl;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.JobSchedule;
import org.opennms.plugins.trunkline.operations.JsonRendering;
import org.opennms.plugins.trunkline.operations.MibDesk;
import org.opennms.plugins.trunkline.operations.OverrideDesk;
import org.opennms.plugins.trunkline.operations.OverrideTransfer;
import org.opennms.plugins.trunkline.operations.RuleTrial;
import org.opennms.plugins.trunkline.operations.SnmpControl;
import org.opennms.plugins.trunkline.operations.SnmpDesk;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.operations.WorkLists;
import org.opennms.plugins.trunkline.rest.InterfaceJson;
import org.opennms.plugins.trunkline.rest.Operations;
import org.opennms.plugins.trunkline.rest.RestServlet;
import org.opennms.plugins.trunkline.telemetry.transport.TransportFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trunkline inside an OSGi container: made by Blueprint, publishes what the composed parts offer.
 * Blueprint calls its methods one after another.
 */
public final class Trunkline {
  private static final Logger LOG = LoggerFactory.getLogger(Trunkline.class);

  private final BundleContext context;
  private final HostServices host;
  private final List<TransportFactory> transports = new CopyOnWriteArrayList<>();
  private Optional<Composition> running = Optional.empty();
  private Optional<Publications> published = Optional.empty();
  private Optional<EventSubscriptionService> subscribed = Optional.empty();

  /** Does nothing until {@link #start}. */
  public Trunkline(BundleContext context, HostServices host) {
    this.context = context;
    this.host = host;
  }

  /**
   * Starts the parts and publishes their services.
   *
   * @throws IOException when no UDP socket can be had
   */
  public synchronized void start() throws IOException {
    Path etc = Path.of(System.getProperty("karaf.etc", "etc"));
    String version = context.getBundle().getVersion().toString();
    Composition composition = new Composition(host, etc, version, Clock.systemUTC(), transports);
    running = Optional.of(composition);
    published = Optional.of(publish(composition));
    composition.start();
    subscribed.ifPresent(this::listen);
    LOG.info("Trunkline {} has started", version);
  }

  /** Withdraws the services and ends every thread; waits for that, but not for ever. */
  public synchronized void stop() {
    subscribed.ifPresent(this::unsubscribe);
    published.ifPresent(Publications::close);
    running.ifPresent(Composition::close);
    published = Optional.empty();
    running = Optional.empty();
    LOG.info("Trunkline has stopped");
  }

  /** Called by Blueprint when the host's event service arrives, possibly before {@link #start}. */
  public synchronized void subscribe(EventSubscriptionService service) {
    subscribed = Optional.of(service);
    listen(service);
  }

  /** Called by Blueprint when the host's event service leaves; null when it never came. */
  public synchronized void unsubscribe(EventSubscriptionService service) {
    if (service == null || subscribed.isEmpty()) {
      return;
    }
    subscribed = Optional.empty();
    try {
      running.ifPresent(r -> r.unsubscribe(service));
    } catch (RuntimeException e) {
      LOG.debug("The event service left before we could unsubscribe", e);
    }
  }

  /** Called by Blueprint when an optional bundle brings a transport of telemetry. */
  public void addTransport(TransportFactory factory) {
    transports.add(factory);
  }

  /** Called by Blueprint when it leaves; null when it never came. */
  public void removeTransport(TransportFactory factory) {
    transports.remove(factory);
  }

  private void listen(EventSubscriptionService service) {
    try {
      running.ifPresent(r -> r.subscribe(service));
    } catch (RuntimeException e) {
      LOG.warn("No announcements of nodes from the host: {}", e.toString());
    }
  }

  private Publications publish(Composition parts) {
    Operations operations =
        new Operations(
            parts.inventory().inventory(),
            parts.discovery(),
            parts.inventory().overrides(),
            parts.scheduler(),
            parts.check(),
            parts.board(),
            parts.inventory().work());
    for (LaterPart part : parts.later()) {
      operations = operations.with(part.operations());
    }
    RestServlet servlet = new RestServlet(operations, Clock.systemUTC());
    Publications publications = new Publications(context).addAll(operations.later());
    parts.later().forEach(part -> part.publish(publications));
    return publications
        .add(InterfaceDirectory.class, operations.interfaces())
        .add(DiscoveryControl.class, operations.discovery())
        .add(OverrideDesk.class, operations.overrides())
        .add(OverrideTransfer.class, parts.inventory().transfer())
        .add(JobSchedule.class, operations.schedule())
        .add(ConfigCheck.class, operations.configuration())
        .add(StatusBoard.class, operations.status())
        .add(WorkLists.class, operations.work())
        .add(RuleTrial.class, parts.trial())
        .add(MibDesk.class, parts.mibs())
        .add(SnmpDesk.class, parts.snmp())
        .add(SnmpControl.class, parts.control())
        .add(JsonRendering.class, new InterfaceJson())
        .add(EventConfExtension.class, new EventDefinitions())
        .add(javax.servlet.Servlet.class, servlet, RestServlet.whiteboardProperties())
        .add(ManagedService.class, parts.settings(), "service.pid", ConfigReader.PID);
  }
}
