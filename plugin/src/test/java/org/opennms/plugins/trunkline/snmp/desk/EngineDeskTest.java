package org.opennms.plugins.trunkline.snmp.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Block;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Ending;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Row;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Table;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedNetwork;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;
import org.opennms.plugins.trunkline.snmp.EngineSettings;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.RequestOptions;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.snmp.SnmpStream;
import org.opennms.plugins.trunkline.snmp.SnmpStreamException;
import org.snmp4j.smi.OID;

/** What operators ask of a device of the simulated network. */
class EngineDeskTest {
  private static final String COMMUNITY = "invented-phrase";

  private final ExecutorService blocking = Executors.newFixedThreadPool(2);
  private final ListedNodes nodes = new ListedNodes();
  private SimulatedNetwork network;
  private SnmpEngine engine;
  private EngineDesk desk;
  private String label;

  @TempDir Path mibs;

  @BeforeEach
  void serve() throws IOException {
    network =
        SimulatedNetwork.generate(
            GeneratorSettings.mixed(10, 3).withPorts(300),
            AgentSettings.sandbox().withCommunity(COMMUNITY));
    label = network.devices().get(0).label();
    nodes.add(label, "Default", network.address(label).getAddress());
    nodes.add("far", "Elsewhere", network.address(label).getAddress());
    engine = SnmpEngine.open(EngineSettings.DEFAULT);
    desk = desk("2c", COMMUNITY, 1);
  }

  @AfterEach
  void stop() {
    engine.close();
    network.close();
    blocking.shutdownNow();
  }

  private EngineDesk desk(String version, String community, int retries) {
    ConfigReading<SnmpProfiles> parsed =
        SnmpProfiles.parse(
            "snmp.yaml",
            ("profiles: [ { name: test, version: v%s, community: %s, port: %d, timeout: 400ms,"
                    + " retries: %d, match: { locations: [ Default ] } } ]")
                .formatted(version, community, network.port(), retries));
    assertThat(parsed.problems()).isEmpty();
    ProfileTargets profiles =
        new ProfileTargets(
            parsed.value()::orElseThrow,
            () -> RequestOptions.DEFAULT,
            alias -> Optional.empty(),
            InstantSource.system());
    return new EngineDesk(() -> engine, nodes, profiles, new MibShelf(mibs, blocking), blocking);
  }

  @Test
  void objects_are_read_by_name_and_by_number_and_shown_by_their_syntax() {
    List<Row> first = new ArrayList<>();
    desk.walk(label, "ifOperStatus", 1, first::add);

    List<Row> rows = desk.get(label, List.of("sysName", first.get(0).name(), "1.3.6.1.2.1.1.3.0"));

    assertThat(rows)
        .extracting(Row::oid)
        .containsExactly("1.3.6.1.2.1.1.5.0", first.get(0).oid(), "1.3.6.1.2.1.1.3.0");
    assertThat(rows.get(0).name()).isEqualTo("SNMPv2-MIB::sysName.0");
    assertThat(rows.get(0).value()).isNotEmpty();
    assertThat(rows.get(0).raw()).matches("([0-9a-f]{2})+");
    assertThat(rows.get(1).type()).isEqualTo("integer32");
    assertThat(rows.get(1).value()).matches("[a-zA-Z]+\\(\\d\\)");
    assertThat(rows.get(2).value()).matches(".*\\d+:\\d\\d:\\d\\d\\.\\d\\d \\(\\d+\\)");
  }

  @Test
  void a_node_is_found_by_label_id_and_foreign_id() {
    Row byLabel = desk.get(label, List.of("sysName.0")).get(0);

    assertThat(desk.get("1", List.of("sysName.0"))).containsExactly(byLabel);
    assertThat(desk.get("lab:" + label, List.of("sysName.0"))).containsExactly(byLabel);
  }

  @Test
  void an_object_that_the_device_does_not_have_is_told_as_such() {
    Row absent = desk.get(label, List.of("ifDescr.999999")).get(0);

    assertThat(absent.isPresent()).isFalse();
    assertThat(absent.type()).isEqualTo("no such instance");
  }

  @Test
  void a_column_without_an_index_is_refused_before_anything_is_sent() {
    assertThatThrownBy(() -> desk.get(label, List.of("ifDescr")))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("instance per row");
    assertThat(desk.sessions().devices()).isEmpty();
  }

  @Test
  void an_unknown_name_is_refused_with_names_that_are_alike() {
    assertThatThrownBy(() -> desk.walk(label, "ifhcinoctet", 10, row -> {}))
        .isInstanceOfSatisfying(
            OperationException.class, e -> assertThat(e.remedy()).contains("IF-MIB::ifHCInOctets"));
  }

  @Test
  void a_walk_streams_every_row_once_and_in_order_over_several_pages() {
    List<Row> rows = new ArrayList<>();

    Ending ending = desk.walk(label, "ifTable", 1_000_000, rows::add);

    assertThat(ending.failure()).isEmpty();
    assertThat(ending.more()).isFalse();
    assertThat(ending.rows()).isEqualTo(rows.size()).isGreaterThan(2_000);
    assertThat(rows).extracting(Row::oid).doesNotHaveDuplicates();
    long descriptions =
        rows.stream().filter(row -> row.name().startsWith("IF-MIB::ifDescr.")).count();
    List<Row> column = new ArrayList<>();
    desk.walk(label, "ifDescr", 1_000_000, column::add);
    assertThat(column).hasSize((int) descriptions);
    assertThat(rows).containsAll(column);
  }

  @Test
  void a_limit_ends_a_walk_and_says_that_there_is_more() {
    for (int limit : new int[] {1, 7, 500, 501}) {
      List<Row> rows = new ArrayList<>();

      assertThat(desk.walk(label, "ifTable", limit, rows::add).more()).isTrue();
      assertThat(rows).hasSize(limit);
    }
  }

  @Test
  void a_limit_of_exactly_all_rows_does_not_say_that_there_is_more() {
    int all = desk.walk(label, "ifDescr", 10_000, row -> {}).rows();

    Ending ending = desk.walk(label, "ifDescr", all, row -> {});

    assertThat(ending.rows()).isEqualTo(all);
    assertThat(ending.more()).isFalse();
  }

  @Test
  void walking_an_instance_gives_the_instance() {
    List<Row> rows = new ArrayList<>();

    desk.walk(label, "sysName.0", 10, rows::add);

    assertThat(rows).isEqualTo(desk.get(label, List.of("sysName")));
  }

  @Test
  void a_table_has_a_row_per_index_and_a_column_per_object() {
    Table table = desk.table(label, "ifTable", 5);

    assertThat(table.name()).isEqualTo("IF-MIB::ifTable");
    assertThat(table.columns()).contains("ifDescr", "ifOperStatus", "ifPhysAddress");
    assertThat(table.rows()).hasSize(5);
    assertThat(table.ending().more()).isTrue();
    int status = table.columns().indexOf("ifOperStatus");
    assertThat(table.rows())
        .allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(table.columns()))
        .allSatisfy(row -> assertThat(row.cells().get(status)).matches("[a-zA-Z]+\\(\\d\\)"));
  }

  @Test
  void what_is_no_table_is_refused() {
    assertThatThrownBy(() -> desk.table(label, "sysName", 5))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("SNMPv2-MIB::sysName is no table");
  }

  @Test
  void an_unknown_node_and_a_node_without_credentials_and_a_host_that_is_away_are_told() {
    assertThatThrownBy(() -> desk.get("nowhere", List.of("sysName")))
        .hasMessageContaining("no node 'nowhere'");
    assertThatThrownBy(() -> desk.get("far", List.of("sysName")))
        .hasMessageContaining("no matching SNMP profile");
    nodes.away = true;
    assertThatThrownBy(() -> desk.get(label, List.of("sysName")))
        .hasMessageContaining("the node DAO is away");
  }

  @Test
  void a_wrong_community_is_told_without_the_community_and_shows_in_the_sessions() {
    EngineDesk wrong = desk("2c", "another-phrase", 0);

    assertThatThrownBy(() -> wrong.get(label, List.of("sysName")))
        .isInstanceOfSatisfying(
            OperationException.class,
            e ->
                assertThat(e.getMessage() + e.remedy())
                    .contains("no answer", "profile test", "Check the community")
                    .doesNotContain("phrase"));
    assertThat(wrong.sessions().devices()).hasSize(1);
    assertThat(wrong.sessions().totals().timeouts()).isPositive();
    assertThat(wrong.sessions().toString()).doesNotContain("phrase");
  }

  @Test
  void sessions_tell_what_was_learned_of_a_device() {
    desk.walk(label, "ifDescr", 1_000, row -> {});

    assertThat(desk.sessions().devices())
        .singleElement()
        .satisfies(
            session -> {
              assertThat(session.address()).endsWith(":" + network.port());
              assertThat(session.roundTripMicros()).isPositive();
              assertThat(session.repetitions()).isPositive();
              assertThat(session.breakerOpen()).isFalse();
              assertThat(session.counts().varbinds()).isGreaterThan(100);
            });
  }

  @Test
  void an_interrupt_ends_a_request_to_a_silent_device_and_leaves_the_thread_usable() {
    network.faults(label).wire(before -> before.withSilent(true));
    EngineDesk patient = desk("2c", COMMUNITY, 10);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> interrupted = new AtomicReference<>();
    Thread operator =
        new Thread(
            () -> {
              try {
                patient.get(label, List.of("sysName"));
              } catch (OperationException e) {
                thrown.set(e);
                interrupted.set(Thread.currentThread().isInterrupted());
              }
            });
    operator.start();
    Awaitility.await().until(() -> !engine.devices().isEmpty());

    operator.interrupt();

    Awaitility.await().until(() -> interrupted.get() != null);
    assertThat(thrown.get()).hasMessageContaining("Interrupted");
    assertThat(interrupted.get()).isFalse();
  }

  @Test
  void a_table_as_a_block_holds_the_same_cells_as_the_table() throws SnmpStreamException {
    Table table = desk.table(label, "ifTable", 1_000);

    Block block = desk.block(label, "ifTable", 1_000);

    SnmpStream read = SnmpStream.decode(block.octets());
    assertThat(new String(read.requestId(), StandardCharsets.UTF_8)).isEqualTo(label);
    assertThat(block.ending().failure()).isEmpty();
    long cells =
        table.rows().stream().flatMap(r -> r.cells().stream()).filter(c -> !c.isEmpty()).count();
    assertThat(read.records().size()).isBetween((int) cells, table.rows().size() * 30);
    OID descr = new OID("1.3.6.1.2.1.2.2.1.2");
    assertThat(read.records().stream().filter(r -> read.roots().get(r.root()).equals(descr)))
        .hasSameSizeAs(table.rows());
  }

  @Test
  void a_subtree_as_a_block_is_one_root_and_a_limit_ends_it() throws SnmpStreamException {
    Block block = desk.block(label, "system", 3);

    SnmpStream read = SnmpStream.decode(block.octets());
    assertThat(read.roots()).containsExactly(new OID("1.3.6.1.2.1.1"));
    assertThat(read.records()).hasSizeBetween(3, 20);
    assertThat(block.ending().more()).isTrue();
  }

  @Test
  void everything_below_the_first_root_can_be_walked() {
    List<Row> all = new ArrayList<>();

    Ending ending = desk.walk(label, "1", 100_000, all::add);

    assertThat(ending.failure()).isEmpty();
    assertThat(all).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    assertThat(all).extracting(Row::oid).anyMatch(oid -> oid.startsWith("1.3.6.1.2.1.1."));
  }

  @Test
  void sessions_name_the_node_and_what_it_bears() {
    desk.get(label, List.of("sysName"));

    assertThat(desk.sessions().devices())
        .singleElement()
        .satisfies(
            session -> {
              assertThat(session.node()).isEqualTo(label);
              assertThat(session.inFlight()).isBetween(1, 4);
            });
  }
}
