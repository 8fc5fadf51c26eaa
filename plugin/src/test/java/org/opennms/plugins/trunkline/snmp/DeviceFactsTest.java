package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.model.DeviceType;

/** What a device says of itself, as vendors write it. */
class DeviceFactsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9 | Cisco IOS Software, C2960 Software (C2960-LANBASEK9-M), Version 12.2(55)SE | SWITCH",
        "9 | Cisco IOS Software [Fuji], ASR1000 Software (X86_64_LINUX_IOSD-M), Version 16.9.5 | ROUTER",
        "9 | Cisco IOS XR Software (Cisco ASR9K Series), Version 5.1.3 | ROUTER",
        "9 | Cisco NX-OS(tm) n9000, Software (n9000-dk9), Version 7.0(3)I7(6) | SWITCH",
        "9 | Cisco Adaptive Security Appliance Version 9.8(2) | FIREWALL",
        "2636 | Juniper Networks, Inc. mx204 internet router, kernel JUNOS 18.2R1 | ROUTER",
        "2636 | Juniper Networks, Inc. ex4300-48t Ethernet Switch, kernel JUNOS 15.1 | SWITCH",
        "2636 | Juniper Networks, Inc. qfx5100-48s-6q , kernel JUNOS 14.1 | SWITCH",
        "2636 | Juniper Networks, Inc. srx345 internet router, kernel JUNOS 15.1X49 | FIREWALL",
        "12356 | edge firewall of the branch | FIREWALL",
        "12356 | branch-7 | FIREWALL",
        "14988 | RouterOS CCR1009-7G-1C-1S+ | ROUTER",
        "8072 | Linux web1 5.10.0-23-amd64 #1 SMP Debian x86_64 | SERVER",
        "368 | AXIS P3245-V | CAMERA",
        "11 | HP ETHERNET MULTI-ENVIRONMENT, JETDIRECT, JD149 | PRINTER",
        "318 | APC Web/SNMP Management Card | POWER",
        "30065 | Arista Networks EOS version 4.20.1F running on an Arista Networks DCS-7150S | SWITCH",
        "14823 | ArubaOS (MODEL: 325), Version 6.5.3.3 | WIRELESS",
        "99999 | something else | UNKNOWN",
        "-1 | | UNKNOWN",
      })
  void the_kind_of_device_follows_from_its_words_and_its_maker(
      int enterprise, String sysDescr, DeviceType type) {
    String text = sysDescr == null ? "" : sysDescr;

    assertThat(DeviceTypes.of(enterprise, text, "")).isEqualTo(type);
  }

  @Test
  void a_model_from_entity_mib_helps_where_sys_descr_says_nothing() {
    assertThat(DeviceTypes.of(9, "", "WS-C3750X-48P")).isEqualTo(DeviceType.SWITCH);
    assertThat(DeviceTypes.of(9, "", "C9300-48T")).isEqualTo(DeviceType.SWITCH);
    assertThat(DeviceTypes.of(9, "", "ISR4451-X/K9")).isEqualTo(DeviceType.ROUTER);
  }

  @Test
  void a_word_inside_another_word_is_no_evidence() {
    assertThat(DeviceTypes.of(-1, "groups and supsystems", "")).isEqualTo(DeviceType.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cisco IOS Software, C2960 Software (C2960-LANBASEK9-M), Version 12.2(55)SE3, RELEASE | C2960 | 12.2(55)SE3",
        "Juniper Networks, Inc. mx204 internet router, kernel JUNOS 18.2R1-S3 #0: | mx204 | 18.2R1-S3",
        "Arista Networks EOS version 4.20.1F running on an Arista Networks DCS-7150S-24 | DCS-7150S-24 | 4.20.1F",
        "RouterOS CCR1009-7G-1C-1S+ | CCR1009-7G-1C-1S+ |",
        "ProCurve J9022A Switch 2810-48G, revision N.11.25, ROM N.10.01 | J9022A | N.11.25",
        "Linux web1 5.10.0-23-amd64 #1 SMP | | 5.10.0-23-amd64",
        "nothing of use | |",
      })
  void model_and_firmware_are_found_where_vendors_put_them(
      String sysDescr, String model, String firmware) {
    assertThat(SoftwareText.model(sysDescr)).isEqualTo(model == null ? "" : model);
    assertThat(SoftwareText.firmware(sysDescr)).isEqualTo(firmware == null ? "" : firmware);
  }

  @ParameterizedTest
  @CsvSource({
    "1.3.6.1.4.1.9.1.1208, 9, Cisco",
    "1.3.6.1.4.1.2636.1.1.1.2.29, 2636, Juniper",
    "1.3.6.1.4.1.25461, 25461, Palo Alto Networks",
    "1.3.6.1.4.1.999999.1, 999999, ''",
    "1.3.6.1.4.1.99999999999.1, -1, ''",
    "1.3.6.1.2.1, -1, ''",
    "'', -1, ''",
  })
  void the_enterprise_number_names_the_maker(String sysObjectId, int enterprise, String name) {
    assertThat(Manufacturers.enterprise(sysObjectId)).isEqualTo(enterprise);
    assertThat(Manufacturers.name(enterprise)).isEqualTo(name);
  }

  @Test
  void text_is_utf_8_where_it_can_be_and_iso_8859_1_otherwise() {
    assertThat(SnmpText.decode("Büro Zürich".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("Büro Zürich");
    assertThat(SnmpText.decode("Büro Zürich".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("Büro Zürich");
  }

  @Test
  void control_characters_go_and_line_ends_become_a_space() {
    assertThat(
            SnmpText.decode(
                "\0up\0link\u0007 to\r\n\tcore  1 \0\0".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("uplink to core 1");
  }

  @Test
  void a_character_cut_in_two_at_255_octets_is_dropped() {
    byte[] full = "ü".repeat(200).getBytes(StandardCharsets.UTF_8);

    assertThat(SnmpText.decode(Arrays.copyOf(full, 255))).isEqualTo("ü".repeat(127));
  }

  @Test
  void a_physical_address_of_any_length_is_written_with_colons() {
    assertThat(SnmpText.physAddress(new byte[] {0, 0x1b, (byte) 0xff, 0x3d, 0x4e, 0x5f}))
        .isEqualTo("00:1b:ff:3d:4e:5f");
    assertThat(SnmpText.physAddress(new byte[0])).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1000000000, 1000000000",
    "10000, 4294967295, 10000000000",
    "10000, 1410065408, 10000000000",
    "2, 1544000, 1544000",
    "0, 100000000, 100000000",
    "0, 0, 0",
    "100, 0, 100000000",
  })
  void speed_is_the_more_exact_of_what_is_told(long high, long low, long expected) {
    assertThat(InterfaceRows.speed(high, low)).isEqualTo(expected);
  }
}
