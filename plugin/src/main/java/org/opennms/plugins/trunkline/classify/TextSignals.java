package org.opennms.plugins.trunkline.classify;

import static org.opennms.plugins.trunkline.model.InterfaceRole.ACCESS;
import static org.opennms.plugins.trunkline.model.InterfaceRole.BRANCH_LINK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.ISP_UPLINK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.SERVER_LINK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.TRUNK;

import org.opennms.plugins.trunkline.classify.evidence.Signal;
import org.opennms.plugins.trunkline.classify.evidence.Weights;

/** What the text says beyond single words, with its weights. */
final class TextSignals {
  private static final String ALIAS = "ifAlias";

  static final Signal NETWORK_PORT =
      new Signal(ALIAS, "names a port of a switch or router", Weights.of(TRUNK, 2.2));
  static final Signal HOST_PORT =
      new Signal(ALIAS, "names a port of a server", Weights.of(SERVER_LINK, 2.4));
  static final Signal ARROW =
      new Signal(ALIAS, "points at a far end", Weights.of(TRUNK, 1.0).and(BRANCH_LINK, 0.3));
  static final Signal NAMED_ALIKE =
      new Signal(
          ALIAS, "names something as this node is named", Weights.of(TRUNK, 1.4).and(ACCESS, -0.3));
  static final Signal PLACE =
      new Signal(ALIAS, "leads to a place", Weights.of(BRANCH_LINK, 3.4).and(TRUNK, 0.4));
  static final Signal PROVIDER =
      new Signal(
          ALIAS,
          "names a provider",
          Weights.of(ISP_UPLINK, 4.2).and(BRANCH_LINK, 0.8).and(ACCESS, -0.5));
  static final Signal PERHAPS_PROVIDER =
      new Signal(ALIAS, "may name a provider", Weights.of(ISP_UPLINK, 1.6));
  static final Signal CUSTOMER_FIRST =
      new Signal(
          ALIAS,
          "begins with the keyword for customers",
          Weights.of(ACCESS, 3.0).and(ISP_UPLINK, -3.0));

  private TextSignals() {}
}
