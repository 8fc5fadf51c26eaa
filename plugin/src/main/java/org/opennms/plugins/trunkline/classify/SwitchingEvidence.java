package org.opennms.plugins.trunkline.classify;

import static org.opennms.plugins.trunkline.model.InterfaceRole.ACCESS;
import static org.opennms.plugins.trunkline.model.InterfaceRole.BRANCH_LINK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.CAMERA;
import static org.opennms.plugins.trunkline.model.InterfaceRole.ISP_UPLINK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.MANAGEMENT;
import static org.opennms.plugins.trunkline.model.InterfaceRole.SERVER_LINK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.TRUNK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.VOICE;

import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.evidence.Signal;
import org.opennms.plugins.trunkline.classify.evidence.Weights;
import org.opennms.plugins.trunkline.classify.text.Matches;
import org.opennms.plugins.trunkline.model.SwitchPort;

/** Evidence of the third kind: trunk state, VLANs, power. Stateless. */
final class SwitchingEvidence implements EvidenceSource {
  private static final int MANY_VLANS = 2;

  /** A VLAN made for one kind of device says more than a word in a description. */
  private static final double NAMED_VLAN = 1.5;

  private static final Signal TRUNKING =
      new Signal(
          "trunk state",
          "is trunking",
          Weights.of(TRUNK, 5.5).and(SERVER_LINK, 0.5).and(ACCESS, -2));
  // A telephone or a camera hangs on an access port as a user does: the mode tells little between
  // them.
  private static final Signal ACCESS_MODE =
      new Signal(
          "trunk state",
          "is in access mode",
          Weights.of(ACCESS, 2.4)
              .and(TRUNK, -4)
              .and(SERVER_LINK, 0.8)
              .and(VOICE, 1.9)
              .and(CAMERA, 1.9)
              .and(MANAGEMENT, 0.8));
  private static final Signal NOT_TRUNKING =
      new Signal(
          "trunk state",
          "is not trunking",
          Weights.of(ACCESS, 1.2).and(VOICE, 0.9).and(CAMERA, 0.9).and(TRUNK, -1.5));
  private static final Signal ACCESS_VLAN =
      new Signal(
          "access VLAN",
          "carries one VLAN",
          Weights.of(ACCESS, 1.8)
              .and(TRUNK, -2.5)
              .and(SERVER_LINK, 0.6)
              .and(VOICE, 1.4)
              .and(CAMERA, 1.4)
              .and(MANAGEMENT, 0.6));
  private static final Signal VOICE_VLAN =
      new Signal(
          "voice VLAN",
          "has one, for a user's telephone",
          Weights.of(ACCESS, 1.8).and(VOICE, 0.8).and(TRUNK, -1));
  private static final Signal MANY_TAGGED =
      new Signal("VLANs", "carries several tagged", Weights.of(TRUNK, 2.4).and(ACCESS, -1.2));
  private static final Signal NONE_TAGGED =
      new Signal(
          "VLANs",
          "carries none tagged",
          Weights.of(ACCESS, 1.0).and(VOICE, 0.8).and(CAMERA, 0.8).and(TRUNK, -0.8));
  private static final Signal POWERED =
      new Signal(
          "PoE",
          "powers a device",
          Weights.of(ACCESS, 1.2)
              .and(VOICE, 1.0)
              .and(CAMERA, 1.0)
              .and(TRUNK, -1.5)
              .and(SERVER_LINK, -1.5)
              .and(ISP_UPLINK, -1)
              .and(BRANCH_LINK, -1));
  private static final Signal MANAGEMENT_VLAN =
      new Signal("access VLAN's name", "is for management", Weights.of(MANAGEMENT, 7));

  @Override
  public void collect(DeviceContext device, InterfaceEvidence evidence, Desk desk) {
    SwitchPort port = evidence.switchPort();
    if (port.equals(SwitchPort.NONE)) {
      return;
    }
    switch (port.mode()) {
      case TRUNK -> desk.score.add(TRUNKING);
      case ACCESS -> desk.score.add(ACCESS_MODE);
      case NOT_TRUNKING -> desk.score.add(NOT_TRUNKING);
      case UNKNOWN -> {}
    }
    if (port.accessVlan() > 0 && port.mode() != SwitchPort.Mode.TRUNK) {
      desk.score.add(ACCESS_VLAN);
      accessVlanName(port.accessVlanName(), desk);
    }
    if (port.voiceVlan() > 0) {
      desk.score.add(VOICE_VLAN);
    }
    tagged(port.taggedVlans(), desk);
    if (port.poeClass() >= 0) {
      desk.score.add(POWERED);
    }
  }

  private static void tagged(int count, Desk desk) {
    if (count >= MANY_VLANS) {
      desk.score.add(MANY_TAGGED);
    } else if (count == 0) {
      desk.score.add(NONE_TAGGED);
    }
  }

  /** Only names that say what the port's device is: an access port in VLAN "uplink" is one. */
  private static void accessVlanName(String name, Desk desk) {
    if (name.isEmpty()) {
      return;
    }
    Words.LEXICON.find(desk.text.set(name), desk.matches);
    Matches matches = desk.matches;
    for (int i = 0; i < matches.count(); i++) {
      int keyword = matches.keyword(i);
      switch (Words.LEXICON.keyword(keyword).meaning().name()) {
        case "management" -> desk.score.add(MANAGEMENT_VLAN);
        case "voice", "camera", "server", "storage", "user", "wireless access" ->
            desk.score.add(Words.signal(Words.Column.ACCESS_VLAN, keyword), NAMED_VLAN);
        default -> {}
      }
    }
  }
}
