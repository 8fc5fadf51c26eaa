package org.opennms.plugins.trunkline.rest;

import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/** JSON of an operator's decision; null is left out and means that it leaves the matter alone. */
record OverrideView(
    String nodeKey,
    String name,
    String role,
    String provider,
    Boolean critical,
    Boolean monitored,
    Long capacity,
    String by,
    String at,
    String why) {
  static OverrideView of(InterfaceKey key, InterfaceOverride decided) {
    return new OverrideView(
        key.node().text(),
        key.name(),
        decided.role().map(InterfaceRole::spelling).orElse(null),
        decided.provider().orElse(null),
        decided.critical().orElse(null),
        decided.monitored().orElse(null),
        InterfaceDetail.orNull(decided.capacity()),
        decided.by(),
        decided.at().toString(),
        decided.why());
  }

  /** JSON of all decisions, by node key, then name. */
  record Listing(List<OverrideView> items) {
    static Listing of(Map<InterfaceKey, InterfaceOverride> all) {
      return new Listing(
          all.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(e -> OverrideView.of(e.getKey(), e.getValue()))
              .toList());
    }
  }
}
