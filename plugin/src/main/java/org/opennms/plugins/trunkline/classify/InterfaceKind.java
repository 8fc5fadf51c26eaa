package org.opennms.plugins.trunkline.classify;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/** What an interface is made of, by IANAifType and the first letters of its name. */
enum InterfaceKind {
  PHYSICAL,
  AGGREGATE,
  SUBINTERFACE,
  VLAN,
  LOOPBACK,
  TUNNEL,
  MANAGEMENT,
  /** A port made for a provider's line: dialer, cellular, DSL. */
  WIDE_AREA,
  /** A port made for a leased line, which may lead to a provider as well as to a site. */
  LEASED_LINE,
  /** A port made for customers' lines: PON, cable, DSLAM. */
  CUSTOMER_LINE,
  RADIO,
  VOICE,
  STACK,
  /** Fibre Channel. */
  STORAGE,
  /** A port of a virtual machine or container. */
  VIRTUAL_HOST,
  /** Made by the device for itself. */
  INTERNAL,
  UNKNOWN;

  private static final Map<String, InterfaceKind> BY_PREFIX = new HashMap<>();
  private static final Map<Integer, InterfaceKind> BY_TYPE = new HashMap<>();

  static {
    name(AGGREGATE, "po ae bond lag trk trunk bagg ragg po-ch port-channel portchannel");
    name(AGGREGATE, "bundle-ether be bundle eth-trunk bridge-aggregation route-aggregation");
    name(AGGREGATE, "aggregate agg team lacp mlt smartgroup dynamic ethertrunk link-aggregation");
    name(LOOPBACK, "lo loopback inloopback loop system softwareloopback lb");
    name(VLAN, "vlan vl vlanif vlan-interface irb bvi bdi ve svi rif vlanid brvlan vlani valn");
    name(TUNNEL, "tunnel tun gre gr ip sit ipip gretap tunl st vti wg ppp-vpn ipsec l2tp");
    name(
        TUNNEL,
        "te-tunnel tunnel-te tunnel-ip mgre erspan vxlan nve vtep eoip ovpn openvpn sslvpn");
    name(MANAGEMENT, "mgmt management mgmteth fxp me ma meth ilo oob mgmt-oob managementethernet");
    name(MANAGEMENT, "m-gigabitethernet m-ethernet mgmt-eth outband craft console");
    name(WIDE_AREA, "dialer di cellular ce wwan lte ppp pppoe pppoe-out pppoe-wan async");
    name(WIDE_AREA, "adsl vdsl dsl wan ct virtual-ppp");
    name(LEASED_LINE, "serial se pos sonet atm hssi bri t1 e1 t3 e3 ds1 ds3 multilink mu mfr");
    name(CUSTOMER_LINE, "gpon epon xgpon xgspon xpon gpon-olt epon-olt pon gpon-onu onu ont olt");
    name(CUSTOMER_LINE, "cable cable-mac cable-upstream cable-downstream vtl xdsl docsis");
    name(
        RADIO,
        "dot11radio wlan ath wifi ra radio wl wlan-radio wlan-ess bss vap wlan-bss wlan-dbss");
    name(VOICE, "fxs fxo voice foreign efxs efxo pots isdn");
    name(STACK, "stackport stack stacksub-st stack-port stackwise irf-port vcp");
    name(VIRTUAL_HOST, "veth vnet tap docker virbr br- cali cni flannel vif vmnet lxc podman kube");
    name(INTERNAL, "null nu inband-cpu dsc lsi mtun pime pimd pip pfe pfh cbp jsrv demux esi");
    name(INTERNAL, "unrouted unrouted-vlan control-plane embedded-service-engine sp lc cpp nvi");
    name(INTERNAL, "lsq ls pp mlppp logical-int bch");
    name(INTERNAL, "ifb dummy teql virtual-access virtual-template wan-miniport isatap teredo");
    name(STORAGE, "fc fibrechannel fibre-channel vfc");
    type(PHYSICAL, 6, 7, 11, 26, 62, 69, 117);
    type(LOOPBACK, 24);
    type(AGGREGATE, 54, 161, 274);
    type(VLAN, 136, 137);
    type(TUNNEL, 131, 150);
    type(MANAGEMENT, 33);
    type(STORAGE, 56);
    type(WIDE_AREA, 23, 94, 95, 96, 97, 171, 230, 238, 243, 244);
    type(LEASED_LINE, 18, 19, 22, 30, 32, 37, 39, 45, 49, 63, 108, 118, 134);
    type(CUSTOMER_LINE, 127, 128, 129, 205, 229, 250, 258, 259, 268, 269, 270, 271, 272, 273);
    type(CUSTOMER_LINE, 277, 278);
    type(RADIO, 71, 188, 237);
    type(VOICE, 75, 76, 100, 101, 102, 103, 104, 198, 199, 200);
    type(VIRTUAL_HOST, 260);
    // The channels of a leased line: its port counts, not they.
    type(INTERNAL, 77, 81, 82, 142, 166, 248);
  }

  private static void name(InterfaceKind kind, String prefixes) {
    for (String prefix : prefixes.split(" ", -1)) {
      BY_PREFIX.putIfAbsent(prefix, kind);
    }
  }

  private static void type(InterfaceKind kind, int... types) {
    for (int type : types) {
      BY_TYPE.put(type, kind);
    }
  }

  /** The kind of an interface; a telling name wins over a vague type. */
  static InterfaceKind of(NetworkInterface row) {
    String name = row.ifName().isEmpty() ? row.ifDescr() : row.ifName();
    InterfaceKind byType = BY_TYPE.getOrDefault(row.ifType(), UNKNOWN);
    InterfaceKind byName = byName(name);
    if (byName == UNKNOWN && !row.ifDescr().equals(name)) {
      byName = byName(row.ifDescr());
    }
    if (byType == LEASED_LINE && byName == INTERNAL) {
      return INTERNAL;
    }
    if (byType != PHYSICAL && byType != UNKNOWN) {
      return byType;
    }
    if (byName != UNKNOWN) {
      return byName;
    }
    if (row.ifType() == 135 || row.ifType() == 53) {
      return isSubinterface(name) ? SUBINTERFACE : VLAN;
    }
    return byType;
  }

  private static int lettersEnd(String name) {
    int end = 0;
    while (end < name.length() && (Character.isLetter(name.charAt(end)) || isInner(name, end))) {
      end++;
    }
    return end;
  }

  /** By the letters and inner hyphens that a name begins with. */
  private static InterfaceKind byName(String name) {
    int end = lettersEnd(name);
    String prefix = name.substring(0, Math.min(end, 32)).toLowerCase(Locale.ROOT);
    InterfaceKind kind = BY_PREFIX.getOrDefault(prefix, UNKNOWN);
    int hyphen = prefix.indexOf('-');
    if (kind == UNKNOWN && hyphen > 0) {
      kind = BY_PREFIX.getOrDefault(prefix.substring(0, hyphen), UNKNOWN);
    }
    return kind;
  }

  /**
   * How long the part of a name is that says what kind of port it is: letters before a number, and
   * any known prefix.
   */
  static int prefixLength(String name) {
    int end = lettersEnd(name);
    int next = end;
    while (next < name.length() && name.charAt(next) == ' ') {
      next++;
    }
    boolean numbered = next < name.length() && Character.isDigit(name.charAt(next));
    return numbered || byName(name) != UNKNOWN ? end : 0;
  }

  private static boolean isInner(String name, int at) {
    return at > 0
        && name.charAt(at) == '-'
        && at + 1 < name.length()
        && Character.isLetter(name.charAt(at + 1));
  }

  /** Whether the name is one of a logical unit of a port: {@code ge-0/0/1.100}. */
  static boolean isSubinterface(String name) {
    return parentLength(name) > 0;
  }

  /** How long the port's name in the name of its unit is; 0 where there is none. */
  static int parentLength(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0 || dot + 1 == name.length() || !Character.isDigit(name.charAt(dot - 1))) {
      return 0;
    }
    for (int i = dot + 1; i < name.length(); i++) {
      if (!Character.isDigit(name.charAt(i))) {
        return 0;
      }
    }
    return dot;
  }
}
