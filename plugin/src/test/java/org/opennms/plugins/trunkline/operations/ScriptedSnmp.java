package org.opennms.plugins.trunkline.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One device, edge1, with two interfaces, in memory; one of them has a hostile alias. */
public final class ScriptedSnmp implements SnmpDesk {
  private static final String IF = "1.3.6.1.2.1.2.2.1.";
  private static final Row DESCR_1 = text("IF-MIB::ifDescr.1", IF + "2.1", "Gi0/0/0");
  private static final Row DESCR_2 = text("IF-MIB::ifDescr.2", IF + "2.2", "=cmd \"x\"\u001b[2J");
  private static final Row STATUS_1 =
      new Row("IF-MIB::ifOperStatus.1", IF + "8.1", "integer32", "up(1)", "1");

  private Optional<Failure> failure = Optional.empty();

  /** From now on walks and tables end early, for this reason. */
  public void breakOff(String reason, String remedy) {
    failure = Optional.of(new Failure(reason, remedy));
  }

  @Override
  public List<Row> get(String node, List<String> names) {
    require(node);
    return names.stream().map(ScriptedSnmp::row).toList();
  }

  @Override
  public Ending walk(String node, String name, int limit, Consumer<Row> row) {
    require(node);
    List<Row> rows =
        switch (name) {
          case "ifDescr" -> List.of(DESCR_1, DESCR_2);
          case "1" -> List.of(DESCR_1, STATUS_1);
          default -> List.of();
        };
    rows.stream().limit(limit).forEach(row);
    return new Ending(Math.min(limit, rows.size()), limit < rows.size(), List.of(), failure);
  }

  @Override
  public Table table(String node, String table, int limit) {
    require(node);
    List<TableRow> rows =
        List.of(
            new TableRow("1", List.of("Gi0/0/0", "up(1)", "00:00:5e:00:53:01")),
            new TableRow("2", List.of("Gi0/0/1", "down(2)", "")));
    int shown = Math.min(limit, rows.size());
    return new Table(
        "IF-MIB::ifTable",
        List.of("ifDescr", "ifOperStatus", "ifPhysAddress"),
        rows.subList(0, shown),
        new Ending(shown, limit < rows.size(), List.of(), failure));
  }

  @Override
  public Block block(String node, String name, int limit) {
    require(node);
    byte[] octets = new byte[Math.min(limit, 5) * 16];
    octets[0] = 1;
    return new Block(octets, new Ending(limit, false, List.of(), failure));
  }

  @Override
  public Sessions sessions() {
    return new Sessions(
        List.of(
            new Session(
                "edge1",
                "192.0.2.1:161",
                1_234,
                25,
                4,
                false,
                new Counts(10, 240, 1, 0, 1, Map.of())),
            new Session(
                "",
                "192.0.2.9:161",
                0,
                10,
                1,
                true,
                new Counts(3, 0, 9, 3, 0, Map.of("spoofed source", 2L)))),
        new Counts(13, 240, 10, 3, 1, Map.of("spoofed source", 2L)));
  }

  private static Row row(String name) {
    return switch (name) {
      case "ifDescr.1" -> DESCR_1;
      case "ifDescr.2" -> DESCR_2;
      case "ifOperStatus.1" -> STATUS_1;
      default -> new Row(name, IF + "2.9", "no such instance", "", "");
    };
  }

  private static Row text(String name, String oid, String value) {
    return new Row(name, oid, "octet_string", value, "00");
  }

  private static void require(String node) {
    if (!node.equals("edge1")) {
      throw new OperationException(
          "The host has no node '" + node + "'", "Give the node's label, id or FS:FID.", null);
    }
  }
}
