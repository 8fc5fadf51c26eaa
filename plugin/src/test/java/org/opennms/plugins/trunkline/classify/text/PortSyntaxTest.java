package org.opennms.plugins.trunkline.classify.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.classify.text.PortSyntax.Owner;
import org.opennms.plugins.trunkline.classify.text.PortSyntax.Port;

class PortSyntaxTest {
  @ParameterizedTest
  @CsvSource({
    "to core1 xe-0/2/0, xe-0/2/0",
    "r1 - Gig0/1, Gig0/1",
    "facing_spine2:Ethernet1/2, Ethernet1/2",
    "sw05 #Te1/1/1, Te1/1/1",
    "agg1 Po50, Po50",
    "peer lag102, lag102",
    "a:1/6/10, 1/6/10",
    "TenGigabitEthernet 1/48 of x, TenGigabitEthernet 1/48"
  })
  void a_port_of_a_network_device_is_found(String text, String port) {
    Port found = PortSyntax.find(text);

    assertThat(found).isNotNull();
    assertThat(text.substring(found.start(), found.end())).isEqualTo(port);
    assertThat(found.owner()).isEqualTo(Owner.NETWORK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"web1 eth0", "to.server1:eth0", "esx7 vmnic3", "db2 bond0", "x nic1"})
  void a_port_of_a_server_is_found(String text) {
    assertThat(PortSyntax.find(text).owner()).isEqualTo(Owner.HOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.4.68.0/24 clients", "since 12/05/2019", "1/2", "room 101", "", "no digits"})
  void addresses_dates_and_bare_fractions_are_no_ports(String text) {
    assertThat(PortSyntax.find(text)).isNull();
  }

  @Test
  void of_two_ports_the_last_is_the_far_one() {
    String text = "a Gi1/0/1 to b Gi2/0/2";
    Port found = PortSyntax.find(text);

    assertThat(text.substring(found.start(), found.end())).isEqualTo("Gi2/0/2");
  }

  @Property
  void what_is_found_lies_inside_the_text(@ForAll String any) {
    Port found = PortSyntax.find(any);

    if (found != null) {
      assertThat(found.start()).isBetween(0, found.end() - 1);
      assertThat(found.end()).isLessThanOrEqualTo(any.length());
    }
  }

  @Test
  void a_bomb_of_slashes_is_read_in_one_go() {
    assertThat(PortSyntax.find("1/".repeat(32_768))).isNull();
  }
}
