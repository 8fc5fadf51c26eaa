package org.opennms.plugins.trunkline.sandbox.network.device;

import java.util.Locale;

/**
 * A product line: what it says of itself. The sysObjectIDs are real where public lists name them;
 * versions and builds are invented.
 */
public enum Platform {
  ASR_1000(
      "Cisco",
      9,
      "9.1.1861",
      PortNaming.IOS_ROUTER,
      "ASR1001-X",
      "17.99.1x",
      "Cisco IOS Software [Example], ASR1000 Software (X86_64_LINUX_IOSD-UNIVERSALK9-M), Version %s,"
          + " RELEASE SOFTWARE (fc9)\r\nTechnical Support: http://www.cisco.com/techsupport\r\n"),
  ISR_4331(
      "Cisco",
      9,
      "9.1.2068",
      PortNaming.IOS_ROUTER,
      "ISR4331/K9",
      "16.99.4x",
      "Cisco IOS Software [Example], ISR Software (X86_64_LINUX_IOSD-UNIVERSALK9-M), Version %s,"
          + " RELEASE SOFTWARE (fc3)"),
  ASR_9000(
      "Cisco",
      9,
      "9.1.1017",
      PortNaming.IOS_XR,
      "ASR-9006-AC-V2",
      "7.99.2",
      "Cisco IOS XR Software (Cisco ASR9K Series),  Version %s[Default]\r\n"
          + "Copyright (c) 2026 by Cisco Systems, Inc."),
  CATALYST_9300(
      "Cisco",
      9,
      "9.1.2494",
      PortNaming.IOS_SWITCH,
      "C9300-48P",
      "17.99.3x",
      "Cisco IOS Software [Example], Catalyst L3 Switch Software (CAT9K_IOSXE), Version %s,"
          + " RELEASE SOFTWARE (fc5)"),
  CATALYST_2960(
      "Cisco",
      9,
      "9.1.716",
      PortNaming.IOS_SWITCH,
      "WS-C2960X-48FPD-L",
      "15.99(7)E3x",
      "Cisco IOS Software, C2960X Software (C2960X-UNIVERSALK9-M), Version %s, RELEASE SOFTWARE"
          + " (fc3)"),
  NEXUS_9000(
      "Cisco",
      9,
      "9.12.3.1.3.1812",
      PortNaming.NXOS,
      "N9K-C93180YC-EX",
      "10.99(3x)",
      "Cisco NX-OS(tm) nxos.%1$s.bin, Software (nxos), Version %1$s, RELEASE SOFTWARE"),
  JUNIPER_MX(
      "Juniper Networks",
      2636,
      "2636.1.1.1.2.57",
      PortNaming.JUNOS,
      "MX80",
      "22.9R9x.1",
      "Juniper Networks, Inc. mx80 internet router, kernel JUNOS %s, Build date: 2026-02-30"),
  JUNIPER_EX(
      "Juniper Networks",
      2636,
      "2636.1.1.1.2.31",
      PortNaming.JUNOS,
      "EX4200-48P",
      "20.9R9x.4",
      "Juniper Networks, Inc. ex4200-48p Ethernet Switch, kernel JUNOS %s"),
  JUNIPER_SRX(
      "Juniper Networks",
      2636,
      "2636.1.1.1.2.39",
      PortNaming.JUNOS,
      "SRX240H",
      "21.9R9x.2",
      "Juniper Networks, Inc. srx240h internet router, kernel JUNOS %s"),
  HUAWEI_NE(
      "Huawei",
      2011,
      "2011.2.62.30",
      PortNaming.VRP,
      "NE40E-X3",
      "V800R099C00",
      "Huawei Versatile Routing Platform Software \r\nVRP (R) software, Version 8.99 (NE40E %s)"),
  HUAWEI_S5700(
      "Huawei",
      2011,
      "2011.2.23.291",
      PortNaming.VRP,
      "S5720-56C-PWR-EI-AC",
      "V200R099C00",
      "S5720-56C-PWR-EI-AC\r\nHuawei Versatile Routing Platform Software\r\n"
          + "VRP (R) software,Version 5.990 (S5720 %s)"),
  HUAWEI_AR(
      "Huawei",
      2011,
      "2011.2.224.62",
      PortNaming.VRP,
      "AR169FVW",
      "V300R099C00",
      "Huawei AR169F Huawei Versatile Routing Platform Software VRP (R) software,Version 5.990 (%s)"),
  MIKROTIK(
      "MikroTik",
      14988,
      "14988.1",
      PortNaming.ROUTEROS,
      "CCR2004-16G-2S+",
      "7.99.1",
      "RouterOS CCR2004-16G-2S+"),
  ARISTA_7050(
      "Arista Networks",
      30065,
      "30065.1.3011.7050.1958.128",
      PortNaming.EOS,
      "DCS-7050TX-128",
      "4.99.3F",
      "Arista Networks EOS version %s running on an Arista Networks DCS-7050TX-128"),
  FORTIGATE(
      "Fortinet",
      12356,
      "12356.101.1.1000",
      PortNaming.FORTIOS,
      "FGT_100F",
      "v7.99.4",
      "FortiGate-100F %s"),
  PALO_ALTO(
      "Palo Alto Networks",
      25461,
      "25461.2.3.24",
      PortNaming.PANOS,
      "PA-5220",
      "11.99.2",
      "Palo Alto Networks PA-5200 series firewall"),
  PROCURVE(
      "HP",
      11,
      "11.2.3.7.11.155",
      PortNaming.PROCURVE,
      "J9772A",
      "YA.16.99.0001",
      "HP J9772A 2530-48G-PoEP Switch, revision %s, ROM YA.15.99"),
  COMWARE(
      "HPE",
      25506,
      "25506.1.921",
      PortNaming.COMWARE,
      "5130-48G-PoE+",
      "7.1.999",
      "HPE Comware Platform Software, Software Version %s, Release 9999P01"),
  ARUBA_CX(
      "Aruba",
      47196,
      "47196.4.1.1.1.303",
      PortNaming.AOS_CX,
      "JL727A",
      "ML.10.99.0001",
      "Aruba JL727A 6200F 48G CL4 4SFP+370W Swch %s"),
  LINUX_SERVER(
      "Supermicro",
      8072,
      "8072.3.2.10",
      PortNaming.LINUX,
      "SYS-1029P",
      "6.1.0-99-amd64",
      "Linux server %s #1 SMP Example 6.1.99-1 x86_64"),
  WINDOWS_SERVER(
      "Dell",
      311,
      "311.1.1.3.1.2",
      PortNaming.WINDOWS,
      "PowerEdge R650",
      "6.3",
      "Hardware: Intel64 Family 6 Model 106 Stepping 6 AT/AT COMPATIBLE - Software: Windows Version"
          + " %s (Build 99999 Multiprocessor Free)"),
  CISCO_PHONE(
      "Cisco",
      9,
      "9.1.1000",
      PortNaming.APPLIANCE,
      "CP-7841",
      "sip78xx.14-9-1x",
      "Cisco IP Phone CP-7841, %s"),
  YEALINK_PHONE(
      "Yealink",
      37459,
      "37459.1.1",
      PortNaming.APPLIANCE,
      "SIP-T46U",
      "108.99.0.9",
      "Yealink SIP-T46U %s"),
  AXIS_CAMERA(
      "Axis",
      368,
      "368.1.1",
      PortNaming.APPLIANCE,
      "P3245-LVE",
      "11.99.9",
      "; AXIS P3245-LVE; Fixed Dome Network Camera; %s; Jan 01 2026 00:00"),
  PROVIDER_EDGE("Provider", 8072, "8072.3.2.255", PortNaming.IOS_XR, "PE", "1.0", "provider edge");

  private final String manufacturer;
  private final int enterprise;
  private final String objectId;
  private final PortNaming naming;
  private final String model;
  private final String version;
  private final String description;

  Platform(
      String manufacturer,
      int enterprise,
      String objectId,
      PortNaming naming,
      String model,
      String version,
      String description) {
    this.manufacturer = manufacturer;
    this.enterprise = enterprise;
    this.objectId = "1.3.6.1.4.1." + objectId;
    this.naming = naming;
    this.model = model;
    this.version = version;
    this.description = description;
  }

  /** ENTITY-MIB entPhysicalMfgName. */
  public String manufacturer() {
    return manufacturer;
  }

  /** The private enterprise number, also the first octets of the engine id. */
  public int enterprise() {
    return enterprise;
  }

  /** SNMPv2-MIB sysObjectID. */
  public String objectId() {
    return objectId;
  }

  /** How its ports are called. */
  public PortNaming naming() {
    return naming;
  }

  /** ENTITY-MIB entPhysicalModelName. */
  public String model() {
    return model;
  }

  /** ENTITY-MIB entPhysicalSoftwareRev. */
  public String version() {
    return version;
  }

  /** SNMPv2-MIB sysDescr. */
  public String description() {
    return String.format(Locale.ROOT, description, version);
  }

  /** Whether it has the CISCO-CDP, CISCO-VTP and CISCO-VLAN-MEMBERSHIP modules. */
  public boolean cisco() {
    return enterprise == 9;
  }
}
