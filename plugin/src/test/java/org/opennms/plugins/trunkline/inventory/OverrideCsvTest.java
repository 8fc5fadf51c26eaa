package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.OverrideTransfer.Outcome;

class OverrideCsvTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final InterfaceKey KEY = new InterfaceKey(new NodeKey("lab:edge1"), "Gi0/1");
  private static final InterfaceOverride FULL =
      new InterfaceOverride(
          Optional.of(InterfaceRole.ISP_UPLINK),
          Optional.of("Example, \"Telecom\"\r\nLtd"),
          Optional.of(true),
          Optional.of(false),
          OptionalLong.of(500_000_000L),
          "alice",
          NOW.minusMillis(86_400_123),
          "=contract; \u10d0 'x'\n");

  private final InMemoryInterfaces desk = new InMemoryInterfaces(List.of());
  private final OverrideCsv csv = new OverrideCsv(desk);

  @Test
  void what_is_exported_is_imported_elsewhere_with_who_when_and_why() {
    InterfaceKey other = new InterfaceKey(new NodeKey("7"), "a,\"b\" c");
    desk.set(KEY, FULL);
    desk.set(other, Samples.monitored(true));
    InMemoryInterfaces elsewhere = new InMemoryInterfaces(List.of());
    Outcome outcome = new OverrideCsv(elsewhere).take(csv.export(), "bob", NOW, false);
    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.set()).isEqualTo(2);
    assertThat(elsewhere.all()).isEqualTo(desk.all()).containsEntry(KEY, FULL);
  }

  @Property(tries = 300)
  void any_text_comes_back_as_it_was(
      @ForAll @StringLength(min = 1, max = 40) String name,
      @ForAll @StringLength(min = 1, max = 40) String why) {
    InMemoryInterfaces from = new InMemoryInterfaces(List.of());
    InterfaceKey key = new InterfaceKey(new NodeKey("n"), "x" + name);
    from.set(
        key,
        new InterfaceOverride(
            Optional.of(InterfaceRole.TRUNK),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            "by",
            NOW,
            "x" + why));
    InMemoryInterfaces to = new InMemoryInterfaces(List.of());
    Outcome outcome = new OverrideCsv(to).take(new OverrideCsv(from).export(), "b", NOW, false);
    assertThat(outcome.problems()).isEmpty();
    assertThat(to.all()).isEqualTo(from.all());
  }

  @Property(tries = 300)
  void no_text_makes_it_throw_or_set_anything_that_was_not_said(@ForAll String text) {
    InMemoryInterfaces to = new InMemoryInterfaces(List.of());
    Outcome outcome = new OverrideCsv(to).take(text, "b", NOW, true);
    assertThat(outcome.problems()).isNotEmpty();
    assertThat(to.all()).isEmpty();
  }

  @Test
  void an_export_of_nothing_is_a_header_and_imports_as_nothing() {
    assertThat(csv.export())
        .isEqualTo("node,name,role,provider,critical,monitored,capacity,by,at,why\n");
    assertThat(take(csv.export())).isEqualTo(new Outcome(0, 0, List.of()));
  }

  @Test
  void who_and_when_stand_in_where_the_line_does_not_say_and_columns_may_come_in_any_order() {
    Outcome outcome = take("\uFEFFrole , name,node\r\n trunk ,Gi0/1,lab:edge1\r\n\r\n");
    assertThat(outcome.problems()).isEmpty();
    assertThat(desk.all()).containsOnlyKeys(KEY);
    InterfaceOverride set = desk.all().get(KEY);
    assertThat(set.role()).contains(InterfaceRole.TRUNK);
    assertThat(set.by()).isEqualTo("bob");
    assertThat(set.at()).isEqualTo(NOW);
    assertThat(set.provider()).isEmpty();
  }

  @Test
  void others_stay_and_what_is_in_force_already_is_not_written() {
    InterfaceKey other = new InterfaceKey(new NodeKey("7"), "b");
    desk.set(KEY, FULL);
    String exported = csv.export();
    desk.set(other, Samples.monitored(true));
    desk.breakStore();
    assertThat(take(exported)).isEqualTo(new Outcome(0, 1, List.of()));
    assertThat(desk.all()).containsOnlyKeys(KEY, other);
  }

  @Test
  void one_wrong_line_and_nothing_is_imported_unless_bad_lines_are_skipped() {
    String text = "node,name,role\nn,a,trunk\nn,b,uplink\n\nn,c,\nn,d,voice\nn,a,voice\n,e,trunk\n";
    Outcome refused = take(text);
    assertThat(refused.set()).isZero();
    assertThat(refused.problems())
        .hasSize(4)
        .satisfiesExactly(
            p -> assertThat(p).startsWith("line 3: role is 'uplink'. It takes one of isp_uplink"),
            p -> assertThat(p).startsWith("line 5: the line decides nothing"),
            p -> assertThat(p).startsWith("line 7: n/a is there twice"),
            p -> assertThat(p).startsWith("line 8: node is empty"));
    assertThat(desk.all()).isEmpty();

    Outcome skipped = csv.take(text, "bob", NOW, true);
    assertThat(skipped.set()).isEqualTo(2);
    assertThat(skipped.problems()).hasSize(4);
    assertThat(desk.all().keySet()).extracting(InterfaceKey::name).containsExactly("a", "d");
  }

  @ParameterizedTest
  @CsvSource({
    "critical, yes",
    "critical, TRUE",
    "monitored, 1",
    "capacity, 0",
    "capacity, -5",
    "capacity, 500M",
    "capacity, 9999999999999999999",
    "at, yesterday",
    "at, +1000000000-12-31T23:59:59Z",
    "role, isp uplink"
  })
  void a_value_that_is_none_of_its_kind_is_named_with_its_remedy(String column, String value) {
    String other = column.equals("role") ? "monitored" : "role";
    String text = "node,name," + other + "," + column + "\nn,a,";
    Outcome outcome = take(text + (column.equals("role") ? "true," : "trunk,") + value + "\n");
    assertThat(outcome.problems()).hasSize(1);
    assertThat(outcome.problems().get(0))
        .startsWith("line 2: " + column + " is '" + value + "'")
        .contains("It takes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "node,name,role,rule\nn,a,trunk,x\n",
        "node,role\nn,trunk\n",
        "node,name,name,role\nn,a,b,trunk\n",
        "node,name,role\nn,\"a,trunk\n",
        "node,name,role\nn,b,voice\nn,\"a\"b,trunk\n",
      })
  void a_file_that_is_no_list_of_overrides_is_refused_wholly_even_when_bad_lines_are_skipped(
      String text) {
    Outcome outcome = csv.take(text, "bob", NOW, true);
    assertThat(outcome.problems()).isNotEmpty().allMatch(p -> p.startsWith("line "));
    assertThat(desk.all()).isEmpty();
  }

  @Test
  void too_many_and_too_few_fields_and_too_long_a_text_are_problems_of_their_lines() {
    String text = "node,name,role\nn,a\nn,a,trunk,x\nn," + "a".repeat(70_000) + ",trunk\n";
    assertThat(take(text).problems())
        .hasSize(3)
        .allSatisfy(p -> assertThat(p).hasSizeLessThan(300));
  }

  @Test
  void a_store_that_refuses_says_how_far_it_came() {
    desk.breakStore();
    assertThatThrownBy(() -> take("node,name,role\nn,a,trunk\n"))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("0 overrides were imported before");
  }

  private Outcome take(String text) {
    return csv.take(text, "bob", NOW, false);
  }
}
