package org.opennms.plugins.trunkline.sandbox.host.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.opennms.plugins.trunkline.sandbox.host.nodes.NodeChange.Kind.ADDED;
import static org.opennms.plugins.trunkline.sandbox.host.nodes.NodeChange.Kind.DELETED;
import static org.opennms.plugins.trunkline.sandbox.host.nodes.NodeChange.Kind.UPDATED;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.DatabaseSettings;
import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;
import org.opennms.plugins.trunkline.sandbox.host.storage.TestDatabases;

class NodeInventoryTest {

  private static final String A = node("a", "192.0.2.1", ",\"foreignSource\":\"F\"");
  private static final String B = node("b", "127.0.0.2", "");
  private static final String C = node("c", "127.0.0.3", "");

  private final DatabaseSettings settings = TestDatabases.fresh(Dialect.H2);
  @TempDir private Path directory;
  private Path file;
  private Database database;
  private NodeInventory inventory;

  @BeforeEach
  void open() {
    file = directory.resolve("nodes.json");
    database = Database.open(settings);
    inventory = new NodeInventory(database, file);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void without_a_file_there_are_no_nodes() {
    assertThat(inventory.refresh()).isEmpty();
    assertThat(inventory.nodes()).isEmpty();
  }

  @Test
  void nodes_get_ids_in_the_order_of_the_file() throws IOException {
    write(A, B);

    assertThat(inventory.refresh()).extracting(NodeChange::kind).containsExactly(ADDED, ADDED);
    assertThat(inventory.nodes())
        .extracting("id", "label")
        .containsExactly(tuple(1, "a"), tuple(2, "b"));
  }

  @Test
  void ids_stay_when_the_order_changes_and_after_a_restart() throws IOException {
    write(A, B);
    inventory.refresh();
    restart();
    write(C, B, A);

    assertThat(inventory.refresh())
        .extracting(c -> c.node().getLabel(), NodeChange::kind)
        .containsExactly(tuple("c", ADDED));
    assertThat(inventory.nodes())
        .extracting("id", "label")
        .containsExactly(tuple(1, "a"), tuple(2, "b"), tuple(3, "c"));
  }

  @Test
  void a_requisitioned_node_keeps_its_id_under_another_label() throws IOException {
    write(A);
    inventory.refresh();
    write(A.replace("\"label\":\"a\"", "\"label\":\"renamed\""));

    assertThat(inventory.refresh()).extracting(NodeChange::kind).containsExactly(UPDATED);
    assertThat(inventory.node(1).getLabel()).isEqualTo("renamed");
  }

  @Test
  void a_node_that_leaves_is_deleted_and_its_id_never_comes_back() throws IOException {
    write(A, B);
    inventory.refresh();
    write(A);

    assertThat(inventory.refresh())
        .extracting(NodeChange::kind, c -> c.node().getId(), c -> c.node().getLabel())
        .containsExactly(tuple(DELETED, 2, "b"));
    assertThat(inventory.node(2)).isNull();

    write(A, B);
    assertThat(inventory.refresh())
        .extracting(NodeChange::kind, c -> c.node().getId())
        .containsExactly(tuple(ADDED, 3));
  }

  @Test
  void a_node_that_left_while_the_host_was_down_is_deleted_at_start() throws IOException {
    write(A, B);
    inventory.refresh();
    restart();
    write(B);

    assertThat(inventory.refresh())
        .extracting(NodeChange::kind, c -> c.node().getId())
        .containsExactly(tuple(DELETED, 1));
  }

  @Test
  void an_unchanged_file_changes_nothing() throws IOException {
    write(A, B);
    inventory.refresh();
    write(A, B);

    assertThat(inventory.refresh()).isEmpty();
  }

  @Test
  void a_damaged_file_leaves_the_nodes_as_they_are() throws IOException {
    write(A, B);
    inventory.refresh();
    String good = Files.readString(file);
    List<String> damaged =
        List.of(
            "",
            "[]",
            "{}",
            "null",
            good.substring(0, good.length() / 2),
            "{\"nodes\":[{\"address\":\"127.0.0.1\"}]}",
            "{\"nodes\":[null]}",
            "{\"nodes\":[" + A + "," + A + "]}",
            "{\"nodes\":[{\"label\":\"x\",\"address\":\"not an address\"}]}");

    for (String text : damaged) {
      Files.writeString(file, text);
      assertThat(inventory.refresh()).as(text).isEmpty();
      assertThat(inventory.nodes()).as(text).hasSize(2);
    }
    Files.writeString(file, good.replace("\"b\"", "\"c\""));
    assertThat(inventory.refresh()).hasSize(2);
  }

  @Test
  void an_address_leads_to_its_node_in_its_location_only() throws IOException {
    write(A, node("z", "192.0.2.1", ",\"location\":\"Zurich\""));
    inventory.refresh();
    InetAddress address = InetAddress.getByName("192.0.2.1");

    assertThat(inventory.nodeId("Default", address)).contains(1);
    assertThat(inventory.nodeId("Zurich", address)).contains(2);
    assertThat(inventory.nodeId("Bern", address)).isEmpty();
  }

  private void restart() {
    database.close();
    open();
  }

  private void write(String... nodes) throws IOException {
    Path next = directory.resolve("next");
    Files.writeString(next, "{\"nodes\":[" + String.join(",", nodes) + "]}");
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String node(String label, String address, String more) {
    return "{\"label\":\"%s\",\"address\":\"%s\",\"foreignId\":\"id\"%s}"
        .formatted(label, address, more);
  }
}
