package org.opennms.plugins.trunkline.classify;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.evidence.Neighbour;
import org.opennms.plugins.trunkline.classify.provider.Providers;
import org.opennms.plugins.trunkline.classify.rule.RuleBook;
import org.opennms.plugins.trunkline.classify.rule.RuleFile;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.BgpPeer;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Layers;
import org.opennms.plugins.trunkline.model.LinkFacts;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.SwitchPort;

/** Made-up devices and interfaces, and a classifier with what is shipped. */
final class Samples {
  static final long GIGABIT = 1_000_000_000L;
  static final int ETHERNET = 6;

  static final Device DEVICE =
      new Device(
          new NodeKey("lab:1"),
          1,
          "edge-1.example.net",
          "Tbilisi",
          "lab",
          Optional.empty(),
          true,
          new TreeSet<>(List.of("Routers")),
          Map.of("requisition:site", "HQ"));

  private Samples() {}

  static DeviceFacts facts(DeviceType type) {
    return new DeviceFacts("edge-1", "", "", "", "", type, "", "", "", "");
  }

  static NetworkInterface row(int ifIndex, String ifName, String ifAlias, int ifType) {
    return row(ifIndex, ifName, ifAlias, ifType, GIGABIT, List.of());
  }

  static NetworkInterface row(
      int ifIndex,
      String ifName,
      String ifAlias,
      int ifType,
      long speed,
      List<InterfaceAddress> addresses) {
    return new NetworkInterface(
        new InterfaceKey(DEVICE.key(), ifName.isEmpty() ? "if" + ifIndex : ifName),
        ifIndex,
        ifName,
        ifName,
        ifAlias,
        ifType,
        speed,
        AdminStatus.UP,
        OperStatus.UP,
        "",
        addresses);
  }

  static InterfaceEvidence port(String ifAlias) {
    return InterfaceEvidence.of(row(1, "Gi1/0/1", ifAlias, ETHERNET));
  }

  static InterfaceEvidence with(NetworkInterface row, SwitchPort port, Neighbour... neighbours) {
    return new InterfaceEvidence(
        row.with(new LinkFacts(Layers.NONE, port, BgpPeer.NONE)), List.of(neighbours));
  }

  static InterfaceAddress address(String text, int prefixLength) {
    try {
      return new InterfaceAddress(InetAddress.getByName(text), prefixLength);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static RuleBookClassifier classifier() {
    return new RuleBookClassifier(RuleBook.empty(), Providers.shipped(), Calibration.shipped());
  }

  static RuleBookClassifier classifier(String rules) {
    RuleBook book = RuleFile.parse("rules.yaml", rules).value().orElseThrow();
    return new RuleBookClassifier(book, Providers.shipped(), Calibration.shipped());
  }

  static Classification on(DeviceType type, InterfaceEvidence evidence) {
    return classifier().judge(DEVICE, facts(type), List.of(evidence)).get(0).classification();
  }

  static Classification onSwitch(String ifAlias) {
    return on(DeviceType.SWITCH, port(ifAlias));
  }

  static Classification onRouter(String ifAlias) {
    return on(DeviceType.ROUTER, port(ifAlias));
  }
}
