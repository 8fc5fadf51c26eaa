package org.opennms.plugins.trunkline.sandbox.network.device;

/** What a device does in the network. */
public enum DeviceRole {
  PROVIDER("provider", 6),
  EDGE("Routers", 6),
  CORE("Routers", 6),
  DISTRIBUTION("Switches", 6),
  ACCESS("Switches", 2),
  BRANCH("Routers", 6),
  FIREWALL("Firewalls", 6),
  SERVER("Servers", 72),
  PHONE("Phones", 72),
  CAMERA("Cameras", 72);

  private final String category;
  private final int services;

  DeviceRole(String category, int services) {
    this.category = category;
    this.services = services;
  }

  /** The surveillance category of the host's node. */
  public String category() {
    return category;
  }

  /** SNMPv2-MIB sysServices. */
  public int services() {
    return services;
  }

  /** Whether it is an end system rather than part of the network. */
  public boolean endpoint() {
    return services == 72;
  }

  /** Whether it forwards packets (IP-MIB ipForwarding). */
  public boolean routes() {
    return services == 6;
  }

  /** Whether it is a bridge with BRIDGE-MIB tables. */
  public boolean bridges() {
    return this == DISTRIBUTION || this == ACCESS;
  }
}
