package org.opennms.plugins.trunkline.sandbox.network.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.device.PortRole;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;
import org.opennms.plugins.trunkline.sandbox.network.generate.NetworkGenerator;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** What neighbours say of each other, read as a poller would: from the objects alone. */
class NeighbourTablesTest {
  private static final long NOW = 1_795_000_000_000L;
  private static final String LLDP = "1.0.8802.1.1.2.1.";
  private static final String CDP = "1.3.6.1.4.1.9.9.23.1.2.1.1.";
  private static final String IF_DESCR = "1.3.6.1.2.1.2.2.1.2";
  private static final String IF_NAME = "1.3.6.1.2.1.31.1.1.1.1";

  private static final Map<GeneratedDevice, NavigableMap<OID, Variable>> NETWORK = new HashMap<>();

  @BeforeAll
  static void readEveryDevice() {
    for (GeneratedDevice device : NetworkGenerator.generate(GeneratorSettings.mixed(200, 4))) {
      NavigableMap<OID, Variable> objects = new TreeMap<>();
      Iterator<VariableBinding> all = DeviceSchema.of(device).after(new OID("1"), NOW);
      all.forEachRemaining(object -> objects.put(object.getOid(), object.getVariable()));
      NETWORK.put(device, objects);
    }
  }

  private static NavigableMap<OID, Variable> column(
      NavigableMap<OID, Variable> objects, String column) {
    OID from = new OID(column);
    return objects.subMap(from, false, from.nextPeer(), false);
  }

  private static Variable cell(NavigableMap<OID, Variable> objects, String column, OID index) {
    return objects.get(new OID(new OID(column).getValue(), index.getValue()));
  }

  private static OID index(OID instance, String column) {
    int length = new OID(column).size();
    return new OID(instance.getValue(), length, instance.size() - length);
  }

  /**
   * A row as {@code chassis, port, chassis, port} of both ends, so that the other end's is its
   * mirror.
   */
  private static List<List<String>> lldpLinks() {
    List<List<String>> links = new ArrayList<>();
    for (NavigableMap<OID, Variable> objects : NETWORK.values()) {
      for (OID instance : column(objects, LLDP + "4.1.1.5").keySet()) {
        OID index = index(instance, LLDP + "4.1.1.5");
        OID local = new OID(new int[] {index.get(1)});
        links.add(
            List.of(
                objects.get(new OID(LLDP + "3.2.0")).toString(),
                cell(objects, LLDP + "3.7.1.3", local).toString(),
                objects.get(instance).toString(),
                cell(objects, LLDP + "4.1.1.7", index).toString()));
      }
    }
    return links;
  }

  @Test
  void who_speaks_lldp_says_when_its_neighbours_changed() {
    for (NavigableMap<OID, Variable> objects : NETWORK.values()) {
      boolean speaks = objects.containsKey(new OID(LLDP + "3.2.0"));
      assertThat(objects.containsKey(new OID(LLDP + "2.1.0"))).isEqualTo(speaks);
    }
  }

  @Test
  void both_ends_of_an_lldp_link_name_each_other() {
    List<List<String>> links = lldpLinks();
    var chassis =
        NETWORK.values().stream()
            .map(objects -> String.valueOf(objects.get(new OID(LLDP + "3.2.0"))))
            .toList();
    int both = 0;
    for (List<String> link : links) {
      if (chassis.contains(link.get(2))) {
        assertThat(links).contains(List.of(link.get(2), link.get(3), link.get(0), link.get(1)));
        both++;
      }
    }

    assertThat(both).isGreaterThan(200);
    assertThat(links).as("some neighbours have no agent").hasSizeGreaterThan(both);
  }

  @Test
  void a_local_port_number_leads_to_a_port_and_is_not_always_its_if_index() {
    int sameNumber = 0;
    int otherNumber = 0;
    for (NavigableMap<OID, Variable> objects : NETWORK.values()) {
      for (OID instance : column(objects, LLDP + "4.1.1.9").keySet()) {
        OID local = new OID(new int[] {index(instance, LLDP + "4.1.1.9").get(1)});
        assertThat(cell(objects, LLDP + "3.7.1.3", local)).isNotNull();
        if (cell(objects, IF_DESCR, local) == null) {
          otherNumber++;
        } else {
          sameNumber++;
        }
      }
    }

    assertThat(sameNumber).isPositive();
    assertThat(otherNumber).isPositive();
  }

  @Test
  void cdp_names_the_device_and_port_at_the_other_end() {
    int rows = 0;
    for (Map.Entry<GeneratedDevice, NavigableMap<OID, Variable>> entry : NETWORK.entrySet()) {
      NavigableMap<OID, Variable> objects = entry.getValue();
      for (OID instance : column(objects, CDP + "6").keySet()) {
        OID index = index(instance, CDP + "6");
        Port local = entry.getKey().port(Integer.toString(index.get(0))).orElseThrow();
        var peer = local.link().opposite(local);

        assertThat(objects.get(instance).toString()).startsWith(peer.device().sysName());
        assertThat(cell(objects, CDP + "7", index)).hasToString(peer.port().ifDescr());
        rows++;
      }
    }

    assertThat(rows).isGreaterThan(50);
  }

  @Test
  void members_of_a_lag_point_to_a_port_of_type_ieee8023ad_lag() {
    int members = 0;
    for (NavigableMap<OID, Variable> objects : NETWORK.values()) {
      for (Variable lag : column(objects, "1.2.840.10006.300.43.1.2.1.1.13").values()) {
        OID index = new OID(new int[] {lag.toInt()});
        assertThat(cell(objects, "1.3.6.1.2.1.2.2.1.3", index).toInt()).isEqualTo(161);
        members++;
      }
    }

    assertThat(members).isPositive().isEven();
  }

  @Test
  void bridge_ports_and_addresses_lead_to_interfaces() {
    int leads = 0;
    for (NavigableMap<OID, Variable> objects : NETWORK.values()) {
      for (String column :
          List.of("1.3.6.1.2.1.17.1.4.1.2", "1.3.6.1.2.1.4.20.1.2", "1.3.6.1.2.1.4.34.1.3")) {
        for (Variable ifIndex : column(objects, column).values()) {
          assertThat(cell(objects, IF_NAME, new OID(new int[] {ifIndex.toInt()}))).isNotNull();
          leads++;
        }
      }
    }

    assertThat(leads).isGreaterThan(1_000);
  }

  @Test
  void cisco_switches_say_which_ports_are_trunks_and_which_have_telephones() {
    int trunks = 0;
    int voice = 0;
    for (NavigableMap<OID, Variable> objects : NETWORK.values()) {
      for (Variable status : column(objects, "1.3.6.1.4.1.9.9.46.1.6.1.1.14").values()) {
        trunks += status.toInt() == 1 ? 1 : 0;
      }
      voice += column(objects, "1.3.6.1.4.1.9.9.68.1.5.1.1.1").size();
    }

    assertThat(trunks).isPositive();
    assertThat(voice).isPositive();
  }

  @Test
  void uplinks_have_an_ipv6_address_beside_the_ipv4_one() {
    long uplinks = 0;
    long ipv6 = 0;
    for (Map.Entry<GeneratedDevice, NavigableMap<OID, Variable>> entry : NETWORK.entrySet()) {
      uplinks +=
          entry.getKey().ports().stream()
              .filter(port -> port.wiring().role() == PortRole.ISP_UPLINK)
              .count();
      ipv6 += column(entry.getValue(), "1.3.6.1.2.1.4.34.1.3.2.16").size();
    }

    assertThat(ipv6).isPositive().isEqualTo(uplinks);
  }
}
