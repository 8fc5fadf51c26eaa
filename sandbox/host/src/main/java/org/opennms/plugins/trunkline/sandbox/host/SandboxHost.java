package org.opennms.plugins.trunkline.sandbox.host;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.plugins.trunkline.sandbox.host.alarms.AlarmMapper;
import org.opennms.plugins.trunkline.sandbox.host.alarms.Alarmd;
import org.opennms.plugins.trunkline.sandbox.host.alarms.SandboxAlarmDao;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.DatabaseEventConf;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.EventConf;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.EventConfExtensions;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.MemoryEventConf;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.OwnDefinitions;
import org.opennms.plugins.trunkline.sandbox.host.events.EventBus;
import org.opennms.plugins.trunkline.sandbox.host.events.EventStore;
import org.opennms.plugins.trunkline.sandbox.host.events.Eventd;
import org.opennms.plugins.trunkline.sandbox.host.events.Tokens;
import org.opennms.plugins.trunkline.sandbox.host.faults.Fault;
import org.opennms.plugins.trunkline.sandbox.host.faults.Faults;
import org.opennms.plugins.trunkline.sandbox.host.graph.Graphs;
import org.opennms.plugins.trunkline.sandbox.host.health.HealthChecks;
import org.opennms.plugins.trunkline.sandbox.host.http.UiExtensions;
import org.opennms.plugins.trunkline.sandbox.host.http.Users;
import org.opennms.plugins.trunkline.sandbox.host.kv.JsonKeyValueStore;
import org.opennms.plugins.trunkline.sandbox.host.nodes.NodeChange;
import org.opennms.plugins.trunkline.sandbox.host.nodes.NodeEvents;
import org.opennms.plugins.trunkline.sandbox.host.nodes.NodeInventory;
import org.opennms.plugins.trunkline.sandbox.host.nodes.NodeSpec;
import org.opennms.plugins.trunkline.sandbox.host.runtime.RepeatedTask;
import org.opennms.plugins.trunkline.sandbox.host.runtime.Threads;
import org.opennms.plugins.trunkline.sandbox.host.scv.SandboxCredentialsVault;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.topology.DrawnLinks;
import org.opennms.plugins.trunkline.sandbox.host.topology.EdgeMapper;
import org.opennms.plugins.trunkline.sandbox.host.topology.Enlinkd;
import org.opennms.plugins.trunkline.sandbox.host.topology.SandboxUserDefinedLinkDao;
import org.opennms.plugins.trunkline.sandbox.host.traps.Trapd;

/**
 * One running host, wired from its settings. Knows nothing of OSGi: {@link HostServices} registers
 * its parts. Closing it ends every thread and the database.
 */
public final class SandboxHost implements AutoCloseable {

  private static final int ASYNC_THREADS = 4;
  private static final int CLEANUPS_PER_AGE = 5;

  private final HostSettings settings;
  private final Faults faults;
  private final Database database;
  private final ExecutorService asynchronous =
      Executors.newFixedThreadPool(ASYNC_THREADS, Threads.named("trunkline-sandbox-kv"));
  private final ExecutorService reloads =
      Executors.newSingleThreadExecutor(Threads.named("integration-api-eventconf"));
  private final NodeInventory nodes;
  private final JsonKeyValueStore keyValueStore;
  private final SandboxCredentialsVault credentials;
  private final EventConf eventConf;
  private final EventConfExtensions eventConfExtensions;
  private final EventStore events;
  private final EventBus bus;
  private final Eventd eventd;
  private final Trapd trapd;
  private final Alarmd alarmd;
  private final SandboxAlarmDao alarms;
  private final SandboxUserDefinedLinkDao userDefinedLinks;
  private final Enlinkd enlinkd;
  private final Graphs graphs;
  private final HealthChecks healthChecks = new HealthChecks();
  private final UiExtensions uiExtensions = new UiExtensions();
  private final Users users;
  private final List<RepeatedTask> tasks;

  private SandboxHost(HostSettings settings, Faults faults, Clock clock) {
    this.settings = settings;
    this.faults = faults;
    this.database = Database.open(settings.database());
    this.nodes = new NodeInventory(database, settings.nodesFile());
    this.keyValueStore = new JsonKeyValueStore(database, faults, clock, asynchronous);
    this.credentials = new SandboxCredentialsVault(database, faults);
    this.eventConf =
        settings.eventConfInDatabase()
            ? new DatabaseEventConf(database, clock, reloads, OwnDefinitions.all())
            : new MemoryEventConf(OwnDefinitions.all());
    this.eventConfExtensions = new EventConfExtensions(eventConf);
    this.events = new EventStore(database);
    this.bus =
        new EventBus(
            () -> faults.amount(Fault.LISTENER_QUEUE).orElse(settings.listenerQueue()),
            faults::beforeListenerCall);
    Tokens tokens = new Tokens(this::nodeLabel);
    AlarmMapper alarmMapper =
        new AlarmMapper(
            nodes::node, id -> events.find(id).orElse(null), clock, settings.alarmNodeCache());
    this.alarmd = new Alarmd(database, clock, tokens, alarmMapper);
    this.alarms = new SandboxAlarmDao(alarmd, clock);
    this.eventd =
        new Eventd(
            clock,
            eventConf,
            tokens,
            events,
            bus,
            alarmd::accept,
            faults,
            settings.eventReceivers(),
            settings.eventQueue());
    this.userDefinedLinks = new SandboxUserDefinedLinkDao(database);
    this.enlinkd =
        new Enlinkd(
            settings.edgesFile(), new EdgeMapper(nodes), new DrawnLinks(userDefinedLinks, nodes));
    this.graphs = new Graphs(clock);
    this.users = new Users(settings.usersFile());
    refreshNodes();
    this.trapd =
        new Trapd(
            settings.trapPort(),
            address -> nodes.nodeId(NodeSpec.DEFAULT_LOCATION, address),
            eventd::sendInternal);
    this.tasks = tasks();
  }

  /** Starts a host; when it returns, the nodes are read and everything runs. */
  public static SandboxHost start(HostSettings settings, Faults faults, Clock clock) {
    return new SandboxHost(settings, faults, clock);
  }

  private List<RepeatedTask> tasks() {
    return List.of(
        new RepeatedTask("trunkline-sandbox-nodes", settings.nodesInterval(), this::refreshNodes),
        new RepeatedTask("trunkline-sandbox-enlinkd", settings.edgesInterval(), enlinkd::run),
        new RepeatedTask(
            "trunkline-sandbox-alarm-snapshots",
            settings.alarmSnapshotInterval(),
            alarmd::snapshot),
        new RepeatedTask(
            "trunkline-sandbox-alarm-cleanup",
            settings.alarmCleanupAfter().dividedBy(CLEANUPS_PER_AGE),
            () -> alarmd.cleanUp(settings.alarmCleanupAfter())));
  }

  /** Reads the nodes file if it changed, and announces what is different. */
  public void refreshNodes() {
    for (NodeChange change : nodes.refresh()) {
      for (InMemoryEvent event : NodeEvents.of(change)) {
        eventd.sendInternal(event);
      }
    }
  }

  /** The settings with which it runs. */
  public HostSettings settings() {
    return settings;
  }

  /** The faults that can be switched. */
  public Faults faults() {
    return faults;
  }

  /** The state. */
  public Database database() {
    return database;
  }

  /** The nodes. */
  public NodeInventory nodes() {
    return nodes;
  }

  /** The key-value store. */
  public JsonKeyValueStore keyValueStore() {
    return keyValueStore;
  }

  /** The credentials vault. */
  public SandboxCredentialsVault credentials() {
    return credentials;
  }

  /** The event definitions in force. */
  public EventConf eventConf() {
    return eventConf;
  }

  /** Where plugins' definitions arrive. */
  public EventConfExtensions eventConfExtensions() {
    return eventConfExtensions;
  }

  /** The events table. */
  public EventStore events() {
    return events;
  }

  /** The subscriptions. */
  public EventBus bus() {
    return bus;
  }

  /** The forwarder. */
  public Eventd eventd() {
    return eventd;
  }

  /** The receiver of traps. */
  public Trapd trapd() {
    return trapd;
  }

  /** Alarms behind the DAO: table, listeners, hooks. */
  public Alarmd alarmd() {
    return alarmd;
  }

  /** The alarms. */
  public SandboxAlarmDao alarms() {
    return alarms;
  }

  /** The topology. */
  public Enlinkd enlinkd() {
    return enlinkd;
  }

  /** The links that users and plugins draw. */
  public SandboxUserDefinedLinkDao userDefinedLinks() {
    return userDefinedLinks;
  }

  /** The graphs of plugins. */
  public Graphs graphs() {
    return graphs;
  }

  /** The health checks. */
  public HealthChecks healthChecks() {
    return healthChecks;
  }

  /** The UI extensions. */
  public UiExtensions uiExtensions() {
    return uiExtensions;
  }

  /** Who may use REST. */
  public Users users() {
    return users;
  }

  @Override
  public void close() {
    tasks.forEach(RepeatedTask::close);
    trapd.close();
    eventd.close();
    alarmd.close();
    bus.close();
    reloads.shutdownNow();
    asynchronous.shutdownNow();
    database.close();
  }

  private String nodeLabel(Integer id) {
    Node node = nodes.node(id);
    return node == null ? null : node.getLabel();
  }
}
