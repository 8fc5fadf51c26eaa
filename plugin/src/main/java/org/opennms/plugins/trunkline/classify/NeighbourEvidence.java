package org.opennms.plugins.trunkline.classify;

import static org.opennms.plugins.trunkline.model.InterfaceRole.ACCESS;
import static org.opennms.plugins.trunkline.model.InterfaceRole.BRANCH_LINK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.CAMERA;
import static org.opennms.plugins.trunkline.model.InterfaceRole.ISP_UPLINK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.OTHER;
import static org.opennms.plugins.trunkline.model.InterfaceRole.SERVER_LINK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.TRUNK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.VOICE;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.evidence.Neighbour;
import org.opennms.plugins.trunkline.classify.evidence.Signal;
import org.opennms.plugins.trunkline.classify.evidence.Weights;
import org.opennms.plugins.trunkline.classify.text.Matches;
import org.opennms.plugins.trunkline.model.Capability;
import org.opennms.plugins.trunkline.model.DeviceType;

/**
 * Evidence of the fourth kind: who is at the other end. Stateless. Of several neighbours the one
 * that says most counts, and a telephone before all others: behind it may be anything.
 */
final class NeighbourEvidence implements EvidenceSource {
  private static final int MAX_NEIGHBOURS = 8;
  private static final String NEIGHBOUR = "neighbour";

  private static final Signal PHONE =
      new Signal(NEIGHBOUR, "is a telephone", Weights.of(VOICE, 5.5).and(TRUNK, -1));
  private static final Signal CAMERA_TYPE =
      new Signal(NEIGHBOUR, "is a camera", Weights.of(CAMERA, 6));
  private static final Signal ACCESS_POINT =
      new Signal(NEIGHBOUR, "is a wireless access point", Weights.of(ACCESS, 5).and(TRUNK, -1));
  private static final Signal SERVER =
      new Signal(NEIGHBOUR, "is a server", Weights.of(SERVER_LINK, 5));
  private static final Signal END_DEVICE =
      new Signal(NEIGHBOUR, "is an end device", Weights.of(ACCESS, 4));
  // Of our own nodes, and so not a provider's.
  private static final Signal SWITCH_TYPE =
      new Signal(
          NEIGHBOUR,
          "is a switch",
          Weights.of(TRUNK, 3.6).and(ISP_UPLINK, -2).and(BRANCH_LINK, 0.4).and(ACCESS, -1.5));
  // Branches hang on routers and firewalls: what the line is called decides.
  private static final Signal ROUTER_TYPE =
      new Signal(
          NEIGHBOUR,
          "is a router or firewall",
          Weights.of(TRUNK, 2.6).and(ISP_UPLINK, -2).and(BRANCH_LINK, 2.6).and(ACCESS, -1.5));
  // What an end device is connected to says what the port is for: the device itself.
  private static final Map<DeviceType, Signal> OWN = own();
  private static final Signal FORWARDS =
      new Signal(
          NEIGHBOUR,
          "can route or switch",
          Weights.of(TRUNK, 2.6).and(ACCESS, -0.6).and(BRANCH_LINK, 0.3).and(ISP_UPLINK, 0.3));
  private static final Signal BRIDGES =
      new Signal(
          NEIGHBOUR,
          "can bridge, as access points and hypervisors also can",
          Weights.of(TRUNK, 1.6).and(SERVER_LINK, 0.3));
  private static final Signal STATION =
      new Signal(
          NEIGHBOUR, "is a station", Weights.of(SERVER_LINK, 3.4).and(ACCESS, 0.8).and(TRUNK, -2));
  private static final Signal CABLE =
      new Signal(NEIGHBOUR, "is a cable modem", Weights.of(ACCESS, 1.5).and(ISP_UPLINK, 1.5));
  private static final Signal ENDPOINT =
      new Signal(
          "LLDP-MED",
          "is an endpoint",
          Weights.of(ACCESS, 1.5).and(VOICE, 0.8).and(TRUNK, -2).and(OTHER, -0.5));
  private static final Signal MED_PHONE =
      new Signal("LLDP-MED", "is a communication device", Weights.of(VOICE, 3).and(TRUNK, -2));
  private static final Signal HOST_PORT =
      new Signal("neighbour's port", "is a server's", Weights.of(SERVER_LINK, 3.5));
  private static final Signal SOMEBODY =
      new Signal(NEIGHBOUR, "speaks LLDP or CDP", Weights.of(TRUNK, 0.6).and(OTHER, -0.5));

  @Override
  public void collect(DeviceContext device, InterfaceEvidence evidence, Desk desk) {
    Neighbour best = null;
    int bestRank = -1;
    int looked = Math.min(evidence.neighbours().size(), MAX_NEIGHBOURS);
    for (int i = 0; i < looked; i++) {
      Neighbour neighbour = evidence.neighbours().get(i);
      int rank = rank(neighbour);
      if (rank > bestRank) {
        best = neighbour;
        bestRank = rank;
      }
    }
    Signal own = OWN.get(device.type());
    if (best != null && own != null && isNetwork(best)) {
      desk.score.add(own);
    } else if (best != null) {
      judge(best, desk);
    }
  }

  private static Map<DeviceType, Signal> own() {
    Map<DeviceType, Signal> own = new EnumMap<>(DeviceType.class);
    String says = "connects this end device";
    own.put(DeviceType.PHONE, new Signal(NEIGHBOUR, says, Weights.of(VOICE, 6)));
    own.put(DeviceType.CAMERA, new Signal(NEIGHBOUR, says, Weights.of(CAMERA, 6)));
    own.put(DeviceType.SERVER, new Signal(NEIGHBOUR, says, Weights.of(SERVER_LINK, 4)));
    own.put(DeviceType.PRINTER, new Signal(NEIGHBOUR, says, Weights.of(ACCESS, 4)));
    own.put(DeviceType.POWER, new Signal(NEIGHBOUR, says, Weights.of(ACCESS, 4)));
    return own;
  }

  private static boolean isNetwork(Neighbour neighbour) {
    return switch (neighbour.type()) {
      case ROUTER, SWITCH, FIREWALL -> true;
      case UNKNOWN ->
          !neighbour.can(Capability.TELEPHONE)
              && (neighbour.can(Capability.ROUTER)
                  || neighbour.can(Capability.SWITCH)
                  || neighbour.can(Capability.BRIDGE));
      default -> false;
    };
  }

  private static int rank(Neighbour neighbour) {
    if (neighbour.can(Capability.TELEPHONE)) {
      return 4;
    }
    if (neighbour.type() != DeviceType.UNKNOWN) {
      return 3;
    }
    if (!neighbour.platform().isEmpty()) {
      return 2;
    }
    return neighbour.capabilities().isEmpty() ? 0 : 1;
  }

  private static void judge(Neighbour neighbour, Desk desk) {
    Optional<Signal> type = ofType(neighbour.type());
    if (type.isPresent()) {
      // Platform and capabilities say the same once more.
      desk.score.add(neighbour.can(Capability.TELEPHONE) ? PHONE : type.get());
      return;
    }
    Concept platform = platform(neighbour, desk);
    capabilities(neighbour, platform, desk);
    if (neighbour.medClass() == 3) {
      desk.score.add(MED_PHONE);
    } else if (neighbour.medClass() == 1 || neighbour.medClass() == 2) {
      desk.score.add(ENDPOINT);
    }
    if (platform == null) {
      name(neighbour, desk);
    }
  }

  private static Optional<Signal> ofType(DeviceType type) {
    return switch (type) {
      case SWITCH -> Optional.of(SWITCH_TYPE);
      case ROUTER, FIREWALL -> Optional.of(ROUTER_TYPE);
      case WIRELESS -> Optional.of(ACCESS_POINT);
      case SERVER -> Optional.of(SERVER);
      case PHONE -> Optional.of(PHONE);
      case CAMERA -> Optional.of(CAMERA_TYPE);
      case PRINTER, POWER -> Optional.of(END_DEVICE);
      case UNKNOWN -> Optional.empty();
    };
  }

  private static Concept platform(Neighbour neighbour, Desk desk) {
    Concept concept = null;
    if (!neighbour.platform().isEmpty()) {
      concept = Platforms.conceptOf(neighbour.platform(), desk.text, desk.matches);
    }
    if (concept != null) {
      desk.score.add(Platforms.neighbourSignal(concept));
    }
    return concept;
  }

  private static void capabilities(Neighbour neighbour, Concept platform, Desk desk) {
    if (neighbour.can(Capability.TELEPHONE)) {
      desk.score.add(PHONE);
    } else if (neighbour.can(Capability.WLAN_AP)) {
      desk.score.add(ACCESS_POINT);
    } else if (neighbour.can(Capability.DOCSIS)) {
      desk.score.add(CABLE);
    } else if (platform != null && !platform.weights().equals(Weights.NONE)) {
      return;
    } else if (neighbour.can(Capability.ROUTER) || neighbour.can(Capability.SWITCH)) {
      desk.score.add(FORWARDS);
    } else if (neighbour.can(Capability.BRIDGE)) {
      desk.score.add(BRIDGES);
    } else if (neighbour.can(Capability.STATION)) {
      desk.score.add(STATION);
    } else if (neighbour.capabilities().isEmpty()) {
      desk.score.add(SOMEBODY);
    }
  }

  /** A name and a port speak where the platform does not. */
  private static void name(Neighbour neighbour, Desk desk) {
    if (isHostPort(neighbour.port()) || isHostPort(neighbour.name())) {
      desk.score.add(HOST_PORT);
      return;
    }
    if (isCiscoPhone(neighbour.name())) {
      desk.score.add(PHONE);
      return;
    }
    Words.LEXICON.find(desk.text.set(neighbour.name()), desk.matches);
    Matches matches = desk.matches;
    for (int i = 0; i < matches.count(); i++) {
      int keyword = matches.keyword(i);
      switch (Words.LEXICON.keyword(keyword).meaning().name()) {
        case "switch", "router", "firewall", "network tier" -> {
          desk.score.add(Words.signal(Words.Column.NEIGHBOUR, keyword), 0.7);
        }
        case "server", "storage", "wireless access", "camera", "voice", "management" ->
            desk.score.add(Words.signal(Words.Column.NEIGHBOUR, keyword), 0.8);
        default -> {}
      }
    }
  }

  private static boolean isHostPort(String port) {
    return port.startsWith("vmnic") || port.startsWith("eno") || port.startsWith("ens");
  }

  /** Cisco telephones are called SEP and their MAC address. */
  private static boolean isCiscoPhone(String name) {
    return name.length() == 15 && name.startsWith("SEP");
  }
}
