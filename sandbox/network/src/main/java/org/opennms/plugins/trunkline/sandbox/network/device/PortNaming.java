package org.opennms.plugins.trunkline.sandbox.network.device;

import java.util.Locale;

/**
 * How an operating system names its ports and numbers them. A pattern is {@code ifName|ifDescr}, or
 * one text for both; {@code %d} is the number within the kind.
 */
public enum PortNaming {
  IOS_ROUTER(
      1,
      1,
      "Gi0/0/%d|GigabitEthernet0/0/%d",
      "Te0/1/%d|TenGigabitEthernet0/1/%d",
      "Hu0/2/%d|HundredGigE0/2/%d",
      "Po%d|Port-channel%d",
      "Gi0/0/0.%d|GigabitEthernet0/0/0.%d",
      "Lo%d|Loopback%d",
      "Gi%d|GigabitEthernet%d",
      "Tu%d|Tunnel%d"),
  IOS_SWITCH(
      10_101,
      1,
      "Gi1/0/%d|GigabitEthernet1/0/%d",
      "Te1/1/%d|TenGigabitEthernet1/1/%d",
      "Hu1/1/%d|HundredGigE1/1/%d",
      "Po%d|Port-channel%d",
      "Vl%d|Vlan%d",
      "Lo%d|Loopback%d",
      "Fa%d|FastEthernet%d",
      "Tu%d|Tunnel%d"),
  IOS_XR(
      3,
      1,
      "GigabitEthernet0/0/0/%d",
      "TenGigE0/0/1/%d",
      "HundredGigE0/0/2/%d",
      "Bundle-Ether%d",
      "BVI%d",
      "Loopback%d",
      "MgmtEth0/RSP0/CPU0/%d",
      "tunnel-ip%d"),
  NXOS(
      436_207_616,
      4096,
      "Eth1/%d|Ethernet1/%d",
      "Eth2/%d|Ethernet2/%d",
      "Eth3/%d|Ethernet3/%d",
      "po%d|port-channel%d",
      "Vlan%d",
      "Lo%d|loopback%d",
      "mgmt%d",
      "Tunnel%d"),
  JUNOS(501, 1, "ge-0/0/%d", "xe-0/1/%d", "et-0/2/%d", "ae%d", "irb.%d", "lo%d", "fxp%d", "st0.%d"),
  VRP(
      5,
      1,
      "GigabitEthernet0/0/%d",
      "XGigabitEthernet0/1/%d",
      "100GE0/2/%d",
      "Eth-Trunk%d",
      "Vlanif%d",
      "LoopBack%d",
      "MEth0/0/%d",
      "Tunnel0/0/%d"),
  ROUTEROS(
      1,
      1,
      "ether%d",
      "sfp-sfpplus%d",
      "qsfp28-%d",
      "bonding%d",
      "vlan%d",
      "lo%d",
      "ether-mgmt%d",
      "gre-tunnel%d"),
  EOS(
      1,
      1,
      "Et%d|Ethernet%d",
      "Et%d/1|Ethernet%d/1",
      "Et%d/2|Ethernet%d/2",
      "Po%d|Port-Channel%d",
      "Vl%d|Vlan%d",
      "Lo%d|Loopback%d",
      "Ma%d|Management%d",
      "Tu%d|Tunnel%d"),
  FORTIOS(1, 1, "port%d", "x%d", "hu%d", "agg%d", "vlan%d", "loopback%d", "mgmt%d", "tun%d"),
  PANOS(
      2,
      1,
      "ethernet1/%d",
      "ethernet2/%d",
      "ethernet3/%d",
      "ae%d",
      "vlan.%d",
      "loopback.%d",
      "mgmt%d",
      "tunnel.%d"),
  PROCURVE(1, 1, "%d", "A%d", "B%d", "Trk%d", "VLAN%d", "lo%d", "oobm%d", "tunnel%d"),
  COMWARE(
      1,
      1,
      "GE1/0/%d|GigabitEthernet1/0/%d",
      "XGE1/1/%d|Ten-GigabitEthernet1/1/%d",
      "HGE1/2/%d|HundredGigE1/2/%d",
      "BAGG%d|Bridge-Aggregation%d",
      "Vlan%d|Vlan-interface%d",
      "Loop%d|LoopBack%d",
      "MGE0/0/%d|M-GigabitEthernet0/0/%d",
      "Tun%d|Tunnel%d"),
  AOS_CX(1, 1, "1/1/%d", "1/2/%d", "1/3/%d", "lag%d", "vlan%d", "loopback%d", "mgmt%d", "tunnel%d"),
  LINUX(1, 1, "eth%d", "ens%df0", "ens%df1", "bond%d", "eth0.%d", "lo%d", "ipmi%d", "tun%d"),
  WINDOWS(
      1,
      1,
      "Ethernet %d|Intel(R) Ethernet Connection I350 #%d",
      "Ethernet %d|Broadcom NetXtreme-E Dual-port 10GbE #%d",
      "Ethernet %d|Mellanox ConnectX #%d",
      "Team %d|Microsoft Network Adapter Multiplexor Driver #%d",
      "VLAN %d",
      "loopback_%d|Software Loopback Interface %d",
      "Mgmt %d",
      "Teredo %d"),
  APPLIANCE(1, 1, "eth%d", "eth%d", "eth%d", "bond%d", "eth0.%d", "lo%d", "usb%d", "tun%d");

  private final int firstIndex;
  private final int indexStep;
  private final String gigabit;
  private final String tenGigabit;
  private final String hundredGigabit;
  private final String lag;
  private final String vlan;
  private final String loopback;
  private final String management;
  private final String tunnel;

  PortNaming(
      int firstIndex,
      int indexStep,
      String gigabit,
      String tenGigabit,
      String hundredGigabit,
      String lag,
      String vlan,
      String loopback,
      String management,
      String tunnel) {
    this.firstIndex = firstIndex;
    this.indexStep = indexStep;
    this.gigabit = gigabit;
    this.tenGigabit = tenGigabit;
    this.hundredGigabit = hundredGigabit;
    this.lag = lag;
    this.vlan = vlan;
    this.loopback = loopback;
    this.management = management;
    this.tunnel = tunnel;
  }

  private String pattern(PortKind kind) {
    return switch (kind) {
      case GIGABIT -> gigabit;
      case TEN_GIGABIT -> tenGigabit;
      case HUNDRED_GIGABIT -> hundredGigabit;
      case LAG -> lag;
      case VLAN -> vlan;
      case LOOPBACK -> loopback;
      case MANAGEMENT -> management;
      case TUNNEL -> tunnel;
    };
  }

  /** ifName of the n-th port of a kind. */
  public String ifName(PortKind kind, int number) {
    return name(kind, number, 0);
  }

  /** ifDescr of the n-th port of a kind. */
  public String ifDescr(PortKind kind, int number) {
    return name(kind, number, 1);
  }

  /** The ifIndex of the port at a position of the whole device, counted from 0. */
  public int ifIndex(int position) {
    return firstIndex + position * indexStep;
  }

  private String name(PortKind kind, int number, int part) {
    String[] parts = pattern(kind).split("\\|", 2);
    return String.format(Locale.ROOT, parts[Math.min(part, parts.length - 1)], number);
  }
}
