package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opennms.plugins.trunkline.inventory.DeviceReading;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/** Optional tables that loop, lie or are refused: the interfaces are read all the same. */
class HostileLinkTablesTest extends RouterFixture {
  private void interfacesAreReadAllTheSame() {
    assertThat(complete().interfaces())
        .extracting(NetworkInterface::ifName)
        .containsExactly("ge-0/0/0", "xe-0/1/0");
  }

  private static boolean asksFor(FakeAgent.Request request, LinkColumn column) {
    return request.pdu().getVariableBindings().stream()
        .anyMatch(vb -> vb.getOid().startsWith(column.object()));
  }

  @ParameterizedTest
  @EnumSource(LinkColumn.class)
  void a_table_without_an_end_is_left_at_its_bound(LinkColumn column) {
    agent.behaving(
        (self, request) -> {
          if (!asksFor(request, column)) {
            return FakeAgent.honest(self, request);
          }
          PDU pdu = self.reply(request);
          List<VariableBinding> rows = new ArrayList<>();
          List<? extends VariableBinding> asked = request.pdu().getVariableBindings();
          int count = request.pdu().getType() == PDU.GETBULK ? pdu.size() : asked.size();
          for (int i = 0; i < count; i++) {
            OID name = new OID(asked.get(i % asked.size()).getOid());
            OID next = name.startsWith(column.object()) ? endless(column, name, i) : name;
            rows.add(new VariableBinding(next, new Integer32(1)));
          }
          pdu.setVariableBindings(rows);
          return List.of(FakeAgent.encode(request, pdu));
        });

    interfacesAreReadAllTheSame();
    assertThat(agent.requests()).hasSizeLessThan(3_000);
  }

  private static OID endless(LinkColumn column, OID after, int further) {
    int last = after.size() == column.object().size() ? 1 : after.last();
    return new OID(column.object()).append(Math.min(last, 1_000_000_000) + 1 + further);
  }

  @ParameterizedTest
  @EnumSource(LinkColumn.class)
  void values_of_another_type_and_odd_indexes_say_nothing(LinkColumn column) {
    String object = column.object().toDottedString();
    agent
        .with(object + ".1", new OctetString("no number"))
        .with(object + ".2", new Integer32(-2_147_483_648))
        .with(object + ".2.1", new OctetString(new byte[2_000]))
        .with(object + ".2.2", new OID("1.3.6"))
        .with(object + ".2.2147483647.3.4", new Integer32(2_147_483_647))
        .with(object + ".4294967295.4294967295.4294967295.4294967295", new Integer32(1));

    interfacesAreReadAllTheSame();
  }

  @Test
  void an_agent_that_is_silent_when_asked_for_them_still_gives_its_interfaces() {
    agent.behaving(
        (self, request) ->
            asksFor(request, LinkColumn.PVID) ? List.of() : FakeAgent.honest(self, request));

    DeviceReading.Complete reading = complete();

    assertThat(reading.interfaces()).hasSize(2);
    assertThat(reading.remarks()).singleElement().asString().contains("VLANs", "no answer");
  }

  @Test
  void an_error_for_all_of_them_together_is_answered_by_asking_less() {
    agent.with(LinkColumn.TRUNK_STATUS.object() + ".1", new Integer32(1));
    agent.behaving(
        (self, request) -> {
          PDU pdu = self.reply(request);
          if (asksFor(request, LinkColumn.PVID)) {
            pdu.setErrorStatus(PDU.genErr);
            pdu.setErrorIndex(1 + position(request, LinkColumn.PVID));
          }
          return List.of(FakeAgent.encode(request, pdu));
        });

    DeviceReading.Complete reading = complete();

    assertThat(reading.interfaces().get(0).link().switchPort().mode()).hasToString("TRUNK");
    assertThat(reading.remarks()).isNotEmpty();
  }

  private static int position(FakeAgent.Request request, LinkColumn column) {
    List<? extends VariableBinding> asked = request.pdu().getVariableBindings();
    for (int i = 0; i < asked.size(); i++) {
      if (asked.get(i).getOid().startsWith(column.object())) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void port_lists_of_any_length_are_bearable() {
    String vlan = "1.3.6.1.2.1.17.7.1.4.3.1.";
    agent
        .with(LinkColumn.BASE_PORT_IF_INDEX.object() + ".65535", new Integer32(1))
        .with(LinkColumn.BASE_PORT_IF_INDEX.object() + ".2147483647", new Integer32(2));
    for (int id = 1; id <= 20; id++) {
      byte[] ports = new byte[id * 500];
      Arrays.fill(ports, (byte) 0xff);
      agent
          .with(vlan + "2." + id, new OctetString(ports))
          .with(vlan + "4." + id, new OctetString(new byte[0]));
    }

    interfacesAreReadAllTheSame();
  }
}
