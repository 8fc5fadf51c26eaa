package org.opennms.plugins.trunkline.sandbox.network.device;

import java.util.Locale;

/** What a port is for: the generator's truth, spelled as Trunkline spells its roles. */
public enum PortRole {
  ISP_UPLINK,
  TRUNK,
  ACCESS,
  SERVER_LINK,
  BRANCH_LINK,
  MANAGEMENT,
  LOOPBACK,
  VOICE,
  CAMERA,
  OTHER;

  /** Lower case, as in files and on screens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
