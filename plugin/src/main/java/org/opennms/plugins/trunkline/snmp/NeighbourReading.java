package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.topology.NeighbourColumn;
import org.opennms.plugins.trunkline.topology.NeighbourColumn.Walk;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader.Failed;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader.Read;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader.Reading;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader.Rows;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * The reading of one device's neighbours: its own words for itself, which tables it has, and those.
 * A table that cannot be read to its end leaves what it tells of uncovered, and fails nothing else.
 */
final class NeighbourReading {
  private static final int[] SCALAR = {0};

  private final SnmpEngine engine;
  private final ProfileTargets.Choice.Usable choice;
  private final Rows rows;
  private final CompletableFuture<Reading> caller;

  private record Walked(Walk walk, List<NeighbourColumn> columns, TableResult table) {
    private boolean isWhole() {
      return table.failure().isEmpty() && table.defects().isEmpty();
    }
  }

  NeighbourReading(
      SnmpEngine engine,
      ProfileTargets.Choice.Usable choice,
      Rows rows,
      CompletableFuture<Reading> caller) {
    this.engine = engine;
    this.choice = choice;
    this.rows = rows;
    this.caller = caller;
  }

  /**
   * Reads.
   *
   * @param interfaces how many the device has
   */
  CompletableFuture<Reading> read(int interfaces, boolean forwarding) {
    List<OID> scalars = Walk.SYSTEM.columns().stream().map(c -> new OID(c.oid() + ".0")).toList();
    return Scalars.read(engine, choice.target(), scalars)
        .thenCompose(
            answer -> {
              if (answer instanceof SnmpResult.Failure<Scalars> failure) {
                return CompletableFuture.completedFuture(failed(failure.why()));
              }
              Scalars system = ((SnmpResult.Success<Scalars>) answer).value();
              Walk.SYSTEM.columns().forEach(c -> hand(c, system));
              OptionalLong changed = TopologyReader.latest(answer);
              return scout()
                  .thenCompose(present -> walk(present, interfaces, forwarding))
                  .thenApply(covered -> new Read(covered, changed));
            });
  }

  private Failed failed(SnmpFailure why) {
    return new Failed(
        ReadingFailures.cause(why, choice) + ". " + ReadingFailures.remedy(why, choice));
  }

  private CompletableFuture<Set<NeighbourColumn>> scout() {
    List<NeighbourColumn> scouts = NeighbourWalks.scouts();
    List<OID> objects = scouts.stream().map(NeighbourWalks::object).toList();
    return engine
        .getNext(choice.target(), objects)
        .thenApply(
            answer -> {
              // SNMPv1 fails the whole request where one table is absent: each walk finds out.
              Set<NeighbourColumn> present = EnumSet.copyOf(scouts);
              if (answer instanceof SnmpResult.Success<List<VariableBinding>> success) {
                List<VariableBinding> first = success.value();
                present.removeIf(c -> !begins(first, scouts.indexOf(c), NeighbourWalks.object(c)));
              }
              return present;
            });
  }

  private static boolean begins(List<VariableBinding> rows, int position, OID object) {
    return position < rows.size()
        && !rows.get(position).isException()
        && rows.get(position).getOid().startsWith(object);
  }

  private CompletableFuture<Set<LinkSource>> walk(
      Set<NeighbourColumn> present, int interfaces, boolean forwarding) {
    List<CompletableFuture<Walked>> walks = new ArrayList<>();
    walks.add(table(Walk.INTERFACES, NeighbourWalks.PORT_SETTINGS, interfaces));
    List<NeighbourColumn> ports = Walk.PORTS.columns().stream().filter(present::contains).toList();
    if (!ports.isEmpty()) {
      walks.add(table(Walk.PORTS, ports, interfaces));
    }
    for (Walk walk : NeighbourWalks.worth(present, forwarding)) {
      walks.add(table(walk, walk.columns(), interfaces));
    }
    return CompletableFuture.allOf(walks.toArray(CompletableFuture[]::new))
        .thenApply(all -> take(walks.stream().map(CompletableFuture::join).toList(), forwarding));
  }

  private Set<LinkSource> take(List<Walked> walks, boolean forwarding) {
    Set<LinkSource> covered = NeighbourWalks.all(forwarding);
    for (Walked walked : walks) {
      if (!walked.isWhole()) {
        NeighbourWalks.told(walked.walk()).forEach(covered::remove);
      }
    }
    // LLDP's rows bear numbers of ports: without all ports' names they would lead to wrong ones.
    boolean portsAreKnown =
        walks.stream().filter(w -> w.walk() == Walk.PORTS).allMatch(Walked::isWhole);
    if (!portsAreKnown) {
      covered.remove(LinkSource.LLDP);
    }
    walks.stream()
        .filter(w -> portsAreKnown || !NeighbourWalks.told(w.walk()).contains(LinkSource.LLDP))
        .forEach(this::hand);
    return covered;
  }

  private CompletableFuture<Walked> table(
      Walk walk, List<NeighbourColumn> columns, int interfaces) {
    CompletableFuture<TableResult> table =
        engine.table(choice.target(), NeighbourWalks.request(columns, walk, interfaces));
    CompletableFuture<Reading> unused =
        caller.whenComplete(
            (reading, fault) -> {
              if (caller.isCancelled()) {
                table.cancel(false);
              }
            });
    return table.thenApply(result -> new Walked(walk, columns, result));
  }

  private void hand(NeighbourColumn column, Scalars system) {
    Variable value = system.values().get(new OID(column.oid() + ".0"));
    if (value instanceof OctetString octets) {
      rows.octets(column, SCALAR, octets.getValue());
    } else if (value != null && !(value instanceof OID)) {
      rows.number(column, SCALAR, system.number(new OID(column.oid() + ".0")));
    }
  }

  private void hand(Walked walked) {
    for (int i = 0; i < walked.columns().size(); i++) {
      Column column = walked.table().columns().get(i);
      NeighbourColumn which = walked.columns().get(i);
      for (int row = 0; row < column.rows(); row++) {
        if (column.type(row).isNumber()) {
          rows.number(which, column.index(row), column.number(row));
        } else {
          rows.octets(which, column.index(row), column.octets(row));
        }
      }
    }
  }
}
