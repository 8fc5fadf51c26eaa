package org.opennms.plugins.trunkline.snmp.desk;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.inventory.NodeSource;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpControl;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Failure;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Row;
import org.opennms.plugins.trunkline.snmp.Notification;
import org.opennms.plugins.trunkline.snmp.OwnEngine;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.SetAudit;
import org.opennms.plugins.trunkline.snmp.SetOutcome;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.snmp.SnmpFailure;
import org.opennms.plugins.trunkline.snmp.SnmpNotifier;
import org.opennms.plugins.trunkline.snmp.SnmpTarget;
import org.opennms.plugins.trunkline.snmp.SnmpWriter;
import org.opennms.plugins.trunkline.snmp.mib.MibSymbol;
import org.opennms.plugins.trunkline.snmp.mib.MibTree;
import org.opennms.plugins.trunkline.snmp.mib.Oid;
import org.opennms.plugins.trunkline.snmp.mib.Resolution;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Changes and notifications for operators. Thread-safe. */
public final class ControlDesk implements SnmpControl {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final long TICKS = 1L << 32;

  private final Supplier<SnmpEngine> engine;
  private final SnmpWriter writer;
  private final SnmpNotifier notifier;
  private final Targets targets;
  private final MibShelf shelf;
  private final InstantSource clock;
  private final Instant since;

  /**
   * Over the engine and the names in force at each call.
   *
   * @param engine in force
   * @param nodes of the host
   * @param profiles of the configuration
   * @param shelf with the names
   * @param audit keeps the record of changes
   * @param self the SNMPv3 engine that we are
   * @param clock stamps the record, and our sysUpTime, which begins now
   * @param blocking asks the host, the vault and the store
   */
  public ControlDesk(
      Supplier<SnmpEngine> engine,
      NodeSource nodes,
      ProfileTargets profiles,
      MibShelf shelf,
      SetAudit audit,
      OwnEngine self,
      InstantSource clock,
      Executor blocking) {
    this.engine = engine;
    this.writer = new SnmpWriter(engine, profiles, audit, clock, blocking);
    this.notifier = new SnmpNotifier(engine, self, blocking);
    this.targets = new Targets(nodes, profiles, blocking);
    this.shelf = shelf;
    this.clock = clock;
    this.since = clock.instant();
  }

  @Override
  public List<Row> set(String node, List<String> assignments, String by) {
    MibTree tree = shelf.tree();
    Question question = new Question(engine.get(), targets.find(node));
    List<VariableBinding> varbinds =
        new Assignments(tree, oid -> current(question, oid)).toSet(assignments);
    if (varbinds.isEmpty()) {
      throw new OperationException("Nothing is to be set", "Give NAME=VALUE.", null);
    }
    SetOutcome outcome =
        Patience.await(
            writer.set(targets.device(node), varbinds, by).toCompletableFuture(),
            LONGEST,
            "the change");
    if (outcome instanceof SetOutcome.Done done) {
      return done.values().stream().map(varbind -> Wire.row(tree, varbind)).toList();
    }
    throw outcome instanceof SetOutcome.Refused refused
        ? new OperationException("Nothing was sent", refused.why(), null)
        : notConfirmed(question, varbinds, ((SetOutcome.Failed) outcome).why());
  }

  private static Variable current(Question question, Oid oid) {
    return question.get(List.of(Wire.oid(oid))).get(0).getVariable();
  }

  private static OperationException notConfirmed(
      Question question, List<VariableBinding> varbinds, SnmpFailure why) {
    Failure failure = question.failure(why);
    if (why instanceof SnmpFailure.AgentError error) {
      boolean named = error.index() >= 1 && error.index() <= varbinds.size();
      String which = named ? " at " + varbinds.get(error.index() - 1).getOid() : "";
      return new OperationException(
          failure.reason() + which + "; nothing was changed",
          "Check that the profile's community or user may write, and that the value is allowed.",
          null);
    }
    return new OperationException(
        failure.reason() + "; whether it was changed is not known",
        "Read the objects before trying again. " + failure.remedy(),
        null);
  }

  @Override
  public String notify(String node, Message message) {
    MibTree tree = shelf.tree();
    Resolution.Found trap = MibNames.find(tree, message.name());
    List<VariableBinding> objects = objects(tree, trap.symbol(), message.assignments());
    ProfileTargets.Choice.Usable how = atPort(targets.find(node), message.port());
    long ticks = Duration.between(since, clock.instant()).toMillis() / 10 % TICKS;
    Notification notification = new Notification(Wire.oid(trap.oid()), ticks, objects);
    CompletableFuture<Optional<SnmpFailure>> sent =
        message.confirmed()
            ? notifier.inform(how.target(), notification)
            : notifier.trap(how.target(), notification);
    Optional<SnmpFailure> why = Patience.await(sent, LONGEST, "the notification");
    if (why.isPresent()) {
      Failure failure = new Question(engine.get(), how).failure(why.get());
      throw new OperationException(failure.reason(), failure.remedy(), null);
    }
    return how.target().toString();
  }

  private static ProfileTargets.Choice.Usable atPort(ProfileTargets.Choice.Usable how, int port) {
    SnmpTarget agent = how.target();
    InetSocketAddress receiver = new InetSocketAddress(agent.address().getAddress(), port);
    return new ProfileTargets.Choice.Usable(
        new SnmpTarget(receiver, agent.security(), agent.options()), how.profile());
  }

  /** Those of the NOTIFICATION-TYPE in its order, then all others. */
  private static List<VariableBinding> objects(
      MibTree tree, MibSymbol trap, List<String> assignments) {
    List<Assignments.Assigned> given =
        new ArrayList<>(new Assignments(tree, oid -> null).toSend(assignments));
    List<VariableBinding> objects = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String wanted : trap.objects()) {
      Optional<Assignments.Assigned> one =
          given.stream().filter(a -> a.symbol().qualifiedName().equals(wanted)).findFirst();
      one.ifPresentOrElse(a -> objects.add(a.varbind()), () -> missing.add(wanted));
      one.ifPresent(given::remove);
    }
    if (!missing.isEmpty()) {
      throw new OperationException(
          trap.qualifiedName() + " carries " + String.join(", ", trap.objects()),
          "Give a value for " + String.join(" and ", missing) + ", with its index.",
          null);
    }
    given.forEach(a -> objects.add(a.varbind()));
    return objects;
  }
}
