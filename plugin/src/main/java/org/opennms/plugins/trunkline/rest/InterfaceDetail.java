package org.opennms.plugins.trunkline.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.OptionalLong;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.Reason;

/**
 * JSON of one interface with everything that is known, and why; the fields of the row stand beside
 * the others. The node's metadata is left out on purpose: hosts keep credentials in it.
 */
record InterfaceDetail(
    @JsonUnwrapped InterfaceRow row,
    String location,
    String foreignSource,
    String address,
    String physAddress,
    List<String> addresses,
    String boundary,
    String circuitId,
    String remotePort,
    Long contractBandwidth,
    List<Reason> reasons,
    OverrideView override,
    Facts facts,
    String firstSeen) {
  static InterfaceDetail of(KnownInterface known) {
    Classification judged = known.classification();
    return new InterfaceDetail(
        InterfaceRow.of(known),
        known.device().location(),
        known.device().foreignSource(),
        known.device().address().map(a -> a.getHostAddress()).orElse(null),
        known.networkInterface().physAddress(),
        known.networkInterface().addresses().stream().map(InterfaceAddress::toString).toList(),
        InterfaceRow.spelled(judged.boundary()),
        judged.circuitId().orElse(null),
        judged.remotePort().orElse(null),
        orNull(judged.contractBandwidth()),
        judged.reasons(),
        known.override().map(o -> OverrideView.of(known.key(), o)).orElse(null),
        Facts.of(known.facts()),
        known.firstSeen().toString());
  }

  static Long orNull(OptionalLong number) {
    return number.isPresent() ? (Long) number.getAsLong() : null;
  }

  /** JSON of what the device says of itself. */
  record Facts(
      String sysName,
      String sysDescr,
      String sysObjectId,
      String sysLocation,
      String sysContact,
      String type,
      String manufacturer,
      String model,
      String firmware,
      String serial) {
    static Facts of(DeviceFacts facts) {
      return new Facts(
          facts.sysName(),
          facts.sysDescr(),
          facts.sysObjectId(),
          facts.sysLocation(),
          facts.sysContact(),
          facts.type().spelling(),
          facts.manufacturer(),
          facts.model(),
          facts.firmware(),
          facts.serial());
    }
  }
}
