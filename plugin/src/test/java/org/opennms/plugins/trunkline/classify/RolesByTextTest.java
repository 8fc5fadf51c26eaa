package org.opennms.plugins.trunkline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/** Descriptions in the habits of many operators, all of them made up. */
class RolesByTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Transit: Example Carrier [10G] {EX-1001}|isp_uplink",
        "Peering: DE-CIX Frankfurt|isp_uplink",
        "Upstream Cogent|isp_uplink",
        "INTERNET|isp_uplink",
        "ISP1 primary|isp_uplink",
        "WAN Magti 500Mbps|isp_uplink",
        "Интернет Ростелеком|isp_uplink",
        "出口 联通|isp_uplink",
        "ინტერნეტი სილქნეტი|isp_uplink",
        "Vodafone MPLS CID 4711-22|isp_uplink",
        "Uplink to dist-sw-01|trunk",
        "facing_spine2:Ethernet1/2|trunk",
        "core: c1->a1|trunk",
        "->B2-ACCESS-SWC04-NNI|trunk",
        "VPC peer-link|trunk",
        "магистраль на коммутатор 3|trunk",
        "Verbindung nach Router 7|trunk",
        "上联核心交换机|trunk",
        "sw01 Gi1/0/24|trunk",
        "MLAG-SW1-SW2|trunk",
        "Downlink floor switch|trunk",
        "to.server1:eth0|server_link",
        "ESX7 vmnic3|server_link",
        "SRV-BACKUP-02|server_link",
        "NAS Synology|server_link",
        "сервер баз данных|server_link",
        "Servidor de correo|server_link",
        "serveur web|server_link",
        "Branch office Kutaisi|branch_link",
        "Филиал Батуми|branch_link",
        "Sucursal Norte|branch_link",
        "Filiale Hamburg VPN|branch_link",
        "Server-12 iLO|management",
        "OOB mgmt|management",
        "iDRAC node 4|management",
        "управление|management",
        "IP phone reception|voice",
        "VoIP|voice",
        "Телефония|voice",
        "PBX Asterisk|voice",
        "IP camera gate|camera",
        "CCTV-03|camera",
        "камера двор|camera",
        "Cámara entrada|camera",
        "一楼监控|camera",
        "AP-floor-3|access",
        "Printer 2nd floor|access",
        "user room 101|access",
        "бухгалтерия|access",
        "Drucker Empfang|access",
        "Cust: Example Ltd [Access]|access",
        "WLAN Access Point|access"
      })
  void a_description_on_a_switch_says_what_the_port_is_for(String alias, String role) {
    assertThat(Samples.onSwitch(alias).role().spelling()).isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource({
    "TO-TBILISI,branch_link",
    "to Mumbai,branch_link",
    "Link-To-R3,trunk",
    "ToSiegfried-203,trunk"
  })
  void what_follows_to_says_where_a_routers_port_leads(String alias, String role) {
    assertThat(Samples.onRouter(alias).role().spelling()).isEqualTo(role);
  }

  @ParameterizedTest
  @ValueSource(strings = {"global", "score board", "encore", "mapping", "observatory", "xyz"})
  void words_that_only_contain_keywords_say_nothing(String alias) {
    Classification classification = Samples.onSwitch(alias);

    assertThat(classification.role()).isEqualTo(InterfaceRole.ACCESS);
    assertThat(classification.confidence()).isLessThan(0.8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<private>", "!pcm!", "....", "N/A", "description"})
  void a_filler_is_as_if_nothing_stood_there(String alias) {
    assertThat(Samples.onSwitch(alias)).isEqualTo(Samples.onSwitch(""));
  }

  @Test
  void a_customers_name_that_is_a_providers_stays_a_customer() {
    Classification classification = Samples.onSwitch("Cust: Telia");

    assertThat(classification.role()).isEqualTo(InterfaceRole.ACCESS);
    assertThat(classification.provider()).isEmpty();
    assertThat(classification.boundary()).isEqualTo(Classification.Boundary.EXTERNAL);
  }

  @Test
  void an_ordinary_word_is_a_provider_only_beside_a_word_about_carriers() {
    assertThat(Samples.onSwitch("orange cable to printer").provider()).isEmpty();
    assertThat(Samples.onSwitch("WAN Orange 100M").provider()).hasValue("Orange");
  }

  @Test
  void the_text_of_a_port_speaks_for_its_nameless_unit() {
    var port = Samples.port("Transit: Cogent");
    var unit = InterfaceEvidence.of(Samples.row(2, "Gi1/0/1.100", "", 135));
    var judged =
        Samples.classifier()
            .judge(Samples.DEVICE, Samples.facts(DeviceType.ROUTER), List.of(unit, port));

    assertThat(judged.get(0).classification().role()).isEqualTo(InterfaceRole.ISP_UPLINK);
  }
}
