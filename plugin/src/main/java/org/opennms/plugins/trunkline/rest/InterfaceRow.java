package org.opennms.plugins.trunkline.rest;

import java.util.Locale;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/**
 * JSON of one interface in a listing; the OpenAPI document's schema of this name says what each
 * field means. Null is left out.
 */
record InterfaceRow(
    String node,
    int nodeId,
    String nodeKey,
    String name,
    int ifIndex,
    String ifName,
    String ifDescr,
    String ifAlias,
    int ifType,
    long speed,
    String adminStatus,
    String operStatus,
    String role,
    String provider,
    boolean critical,
    double confidence,
    boolean monitored,
    boolean overridden,
    boolean stale,
    String lastSeen) {
  static InterfaceRow of(KnownInterface known) {
    Device device = known.device();
    NetworkInterface row = known.networkInterface();
    Classification judged = known.classification();
    return new InterfaceRow(
        device.label(),
        device.nodeId(),
        device.key().text(),
        known.key().name(),
        row.ifIndex(),
        row.ifName(),
        row.ifDescr(),
        row.ifAlias(),
        row.ifType(),
        row.speed(),
        spelled(row.adminStatus()),
        spelled(row.operStatus()),
        judged.role().spelling(),
        judged.provider().orElse(null),
        judged.critical(),
        judged.confidence(),
        known.monitored(),
        known.override().isPresent(),
        known.stale(),
        known.lastSeen().toString());
  }

  static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
