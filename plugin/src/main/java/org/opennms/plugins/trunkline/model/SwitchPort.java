package org.opennms.plugins.trunkline.model;

import java.util.Objects;

/**
 * What switching says of a port.
 *
 * @param mode from CISCO-VTP-MIB vlanTrunkPortDynamicStatus, or the configuration
 * @param accessVlan CISCO-VLAN-MEMBERSHIP-MIB vmVlan, only of ports that do not trunk; 0 unknown
 * @param accessVlanName its name; may be empty
 * @param voiceVlan vmVoiceVlanId, 1..4094; 0 for none
 * @param nativeVlan Q-BRIDGE-MIB dot1qPvid; 0 unknown
 * @param taggedVlans how many VLANs the port carries tagged (dot1qVlanStaticEgressPorts without the
 *     untagged ones); -1 unknown
 * @param poeClass POWER-ETHERNET-MIB pethPsePortPowerClassifications, 0..8, of a port that delivers
 *     power now; -1 otherwise
 */
public record SwitchPort(
    Mode mode,
    int accessVlan,
    String accessVlanName,
    int voiceVlan,
    int nativeVlan,
    int taggedVlans,
    int poeClass) {
  /** Nothing is known. */
  public static final SwitchPort NONE = new SwitchPort(Mode.UNKNOWN, 0, "", 0, 0, -1, -1);

  /** Whether a port carries many VLANs. */
  public enum Mode {
    /** Not told. */
    UNKNOWN,
    /** Trunking. */
    TRUNK,
    /** Set up not to trunk. */
    ACCESS,
    /** Not trunking now, but it would if the other end did, or it is down. */
    NOT_TRUNKING
  }

  /** Rejects missing parts. */
  public SwitchPort {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(accessVlanName, "accessVlanName");
  }
}
