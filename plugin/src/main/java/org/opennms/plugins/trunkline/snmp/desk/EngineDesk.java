package org.opennms.plugins.trunkline.snmp.desk;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.inventory.NodeSource;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpDesk;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.snmp.SnmpStream;
import org.opennms.plugins.trunkline.snmp.TableRequest;
import org.opennms.plugins.trunkline.snmp.TableResult;
import org.opennms.plugins.trunkline.snmp.mib.MibSymbol.Kind;
import org.opennms.plugins.trunkline.snmp.mib.MibTree;
import org.opennms.plugins.trunkline.snmp.mib.Oid;
import org.opennms.plugins.trunkline.snmp.mib.Resolution;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** The engine for operators. Thread-safe. */
public final class EngineDesk implements SnmpDesk {
  private final Supplier<SnmpEngine> engine;
  private final ProfileTargets profiles;
  private final Targets targets;
  private final MibShelf shelf;

  /**
   * Over the engine and the names in force at each call.
   *
   * @param engine in force
   * @param nodes of the host
   * @param profiles of the configuration
   * @param shelf with the names
   * @param blocking asks the host and the vault
   */
  public EngineDesk(
      Supplier<SnmpEngine> engine,
      NodeSource nodes,
      ProfileTargets profiles,
      MibShelf shelf,
      Executor blocking) {
    this.engine = engine;
    this.profiles = profiles;
    this.targets = new Targets(nodes, profiles, blocking);
    this.shelf = shelf;
  }

  @Override
  public List<Row> get(String node, List<String> names) {
    if (names.isEmpty() || names.size() > MOST_OBJECTS) {
      throw new OperationException(
          names.size() + " objects cannot be asked for at once",
          "Give 1 to " + MOST_OBJECTS + " names.",
          null);
    }
    MibTree tree = shelf.tree();
    List<OID> objects =
        names.stream().map(name -> Wire.oid(MibNames.instance(MibNames.find(tree, name)))).toList();
    return question(node).get(objects).stream().map(varbind -> Wire.row(tree, varbind)).toList();
  }

  @Override
  public Ending walk(String node, String name, int limit, Consumer<Row> row) {
    MibTree tree = shelf.tree();
    Oid root = MibNames.find(tree, name).oid();
    Question question = question(node);
    Ending below = new Walking(question, tree, limit, row).below(root);
    return below.rows() == 0 && below.failure().isEmpty()
        ? itself(question, tree, root, row, below)
        : below;
  }

  /** Nothing stands below an instance: whoever walks one wants its value. */
  private static Ending itself(
      Question question, MibTree tree, Oid oid, Consumer<Row> sink, Ending nothing) {
    VariableBinding varbind = question.get(List.of(Wire.oid(oid))).get(0);
    Row row = Wire.row(tree, varbind);
    if (!row.isPresent()) {
      return nothing;
    }
    sink.accept(row);
    return new Ending(1, false, nothing.remarks(), nothing.failure());
  }

  @Override
  public Table table(String node, String table, int limit) {
    MibTree tree = shelf.tree();
    Resolution.Found named = MibNames.find(tree, table);
    List<OID> columns =
        TableJoin.columns(tree, named.symbol()).stream().map(c -> Wire.oid(c.oid())).toList();
    Question question = question(node);
    int most = Math.min(limit, MOST_ROWS);
    TableRequest request = TableRequest.of(columns).atMost(most + 1).inParts(1);
    return TableJoin.join(tree, named.symbol(), question, question.table(request), most);
  }

  @Override
  public Block block(String node, String name, int limit) {
    MibTree tree = shelf.tree();
    Resolution.Found named = MibNames.find(tree, name);
    boolean isTable = named.symbol().kind() == Kind.TABLE || named.symbol().kind() == Kind.ROW;
    List<OID> roots =
        isTable
            ? TableJoin.columns(tree, named.symbol()).stream().map(c -> Wire.oid(c.oid())).toList()
            : List.of(Wire.oid(named.oid()));
    Question question = question(node);
    TableRequest request = TableRequest.of(roots).atMost(Math.min(limit, MOST_ROWS)).inParts(1);
    TableResult read = question.table(request);
    byte[] octets =
        SnmpStream.encode(
            node.getBytes(StandardCharsets.UTF_8),
            read.block().readAt().toEpochMilli(),
            read.columns(),
            ByteOrder.BIG_ENDIAN);
    return new Block(octets, TableJoin.ending(question, read, read.rows()));
  }

  @Override
  public Sessions sessions() {
    return SessionList.of(engine.get(), profiles);
  }

  private Question question(String node) {
    return new Question(engine.get(), targets.find(node));
  }
}
