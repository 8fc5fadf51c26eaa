package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.inventory.InterfaceNames.Called;

class InterfaceNamesTest {
  @Test
  void the_name_is_ifName_else_ifDescr_else_the_index() {
    assertThat(
            InterfaceNames.unique(
                List.of(
                    new Called(1, "Gi0/1", "GigabitEthernet0/1"),
                    new Called(2, "", "Vlan2"),
                    new Called(3, "", ""))))
        .containsExactly("Gi0/1", "Vlan2", "if3");
  }

  @Test
  void interfaces_of_one_name_are_told_apart_by_ifDescr() {
    assertThat(
            InterfaceNames.unique(
                List.of(new Called(1, "eth0", "slot 1"), new Called(2, "eth0", "slot 2"))))
        .containsExactly("eth0 [slot 1]", "eth0 [slot 2]");
  }

  @Test
  void only_where_ifDescr_is_the_same_too_does_the_index_tell_them_apart() {
    assertThat(
            InterfaceNames.unique(
                List.of(
                    new Called(1, "eth0", "nic"),
                    new Called(2, "eth0", "nic"),
                    new Called(3, "eth0", ""),
                    new Called(4, "", "lo"),
                    new Called(5, "", "lo"))))
        .containsExactly("eth0#1", "eth0#2", "eth0#3", "lo#4", "lo#5");
  }

  @Test
  void a_made_up_name_never_takes_one_that_a_device_uses_itself() {
    List<String> names =
        InterfaceNames.unique(
            List.of(
                new Called(1, "eth0", "x"),
                new Called(2, "eth0", "y"),
                new Called(3, "eth0 [x]", "z"),
                new Called(4, "eth0#1", "")));

    assertThat(names).doesNotHaveDuplicates().contains("eth0 [x]", "eth0#1", "eth0 [y]");
  }

  @Property(tries = 300)
  void names_are_unique_and_do_not_depend_on_the_order(
      @ForAll long seed, @ForAll @IntRange(max = 30) int count) {
    Random random = new Random(seed);
    String[] texts = {"", "a", "b", "a#1", "a [b]"};
    List<Called> interfaces = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      interfaces.add(new Called(i, texts[random.nextInt(3)], texts[random.nextInt(5)]));
    }

    Map<Called, String> first = byInterface(interfaces);
    Collections.shuffle(interfaces, random);

    assertThat(new HashSet<>(first.values())).hasSize(count);
    assertThat(byInterface(interfaces)).isEqualTo(first);
  }

  private static Map<Called, String> byInterface(List<Called> interfaces) {
    List<String> names = InterfaceNames.unique(interfaces);
    Map<Called, String> byInterface = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      byInterface.put(interfaces.get(i), names.get(i));
    }
    return byInterface;
  }
}
