package org.opennms.plugins.trunkline.snmp;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.model.Device;
import org.snmp4j.smi.VariableBinding;

/**
 * Changes objects on devices, where their profile says {@code allowSet: true}, and leaves a record
 * of every attempt. A change is sent once and never repeated by itself: repeating could do it
 * twice. Thread-safe.
 */
public final class SnmpWriter {
  private final Supplier<SnmpEngine> engine;
  private final ProfileTargets targets;
  private final SetAudit audit;
  private final InstantSource clock;
  private final Executor blocking;

  /**
   * Wires it.
   *
   * @param engine in force
   * @param targets where credentials come from
   * @param audit keeps the record
   * @param clock stamps the record
   * @param blocking runs the reading of the vault
   */
  public SnmpWriter(
      Supplier<SnmpEngine> engine,
      ProfileTargets targets,
      SetAudit audit,
      InstantSource clock,
      Executor blocking) {
    this.engine = engine;
    this.targets = targets;
    this.audit = audit;
    this.clock = clock;
    this.blocking = blocking;
  }

  /**
   * Sends one SET with all assignments, which a device makes together or not at all (RFC 3416
   * section 4.2.5).
   *
   * @param by who asks for it, for the record
   */
  public CompletionStage<SetOutcome> set(
      Device device, List<VariableBinding> assignments, String by) {
    List<String> shown =
        assignments.stream().map(vb -> vb.getOid() + " = " + vb.getVariable()).toList();
    Trail trail = new Trail(device, shown, by);
    return CompletableFuture.supplyAsync(() -> targets.choose(device), blocking)
        .thenCompose(choice -> send(choice, assignments, trail));
  }

  private CompletionStage<SetOutcome> send(
      ProfileTargets.Choice choice, List<VariableBinding> assignments, Trail trail) {
    if (choice instanceof ProfileTargets.Choice.Unusable unusable) {
      return refused(unusable.detail(), trail);
    }
    ProfileTargets.Choice.Usable usable = (ProfileTargets.Choice.Usable) choice;
    if (!usable.profile().allowSet()) {
      return refused(
          "Profile "
              + usable.profile().name()
              + " does not allow SET: write allowSet: true in"
              + " trunkline/snmp.yaml.",
          trail);
    }
    trail.add(SetAudit.Stage.SENDING, "");
    return engine
        .get()
        .set(usable.target(), assignments)
        .thenApply(result -> outcome(result, trail));
  }

  private static CompletionStage<SetOutcome> refused(String why, Trail trail) {
    trail.add(SetAudit.Stage.REFUSED, why);
    return CompletableFuture.completedFuture(new SetOutcome.Refused(why));
  }

  private static SetOutcome outcome(SnmpResult<List<VariableBinding>> result, Trail trail) {
    if (result instanceof SnmpResult.Success<List<VariableBinding>> success) {
      trail.add(SetAudit.Stage.DONE, "");
      return new SetOutcome.Done(success.value());
    }
    SnmpFailure why = ((SnmpResult.Failure<List<VariableBinding>>) result).why();
    trail.add(SetAudit.Stage.FAILED, why.words());
    return new SetOutcome.Failed(why);
  }

  /** The record of one change. */
  private final class Trail {
    private final Device device;
    private final List<String> assignments;
    private final String by;

    Trail(Device device, List<String> assignments, String by) {
      this.device = device;
      this.assignments = assignments;
      this.by = by;
    }

    void add(SetAudit.Stage stage, String detail) {
      audit.record(new SetAudit.Entry(clock.instant(), by, device, assignments, stage, detail));
    }
  }
}
