package org.opennms.plugins.trunkline.alert;

import java.util.Optional;

/** What correlation engines may know of an interface that an alarm is about. From memory. */
public interface AlarmContext {
  /** The managed object's type for interfaces. */
  String TYPE = "trunkline-interface";

  /**
   * The managed object's instance: node and interface, then role, criticality and provider, as
   * {@code FS:FID/Gi0/1;role=isp_uplink;critical=true;provider=Example}.
   *
   * @param nodeId the host's
   * @param ifIndex the interface's
   */
  Optional<String> instance(int nodeId, int ifIndex);

  /**
   * Likewise of one of our own alarms.
   *
   * @param subject the subject's key
   */
  Optional<String> instance(String subject);
}
