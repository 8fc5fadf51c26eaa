package org.opennms.plugins.trunkline.host;

/** The event identifiers that Trunkline sends; their definitions are in {@code events/}. */
public final class Ueis {
  /** All of ours begin so. */
  public static final String PREFIX = "uei.opennms.org/plugins/trunkline/";

  /** A device started anew. */
  public static final String DEVICE_RESTARTED = PREFIX + "deviceRestarted";

  /** A device says something else of itself. */
  public static final String DEVICE_IDENTITY_CHANGED = PREFIX + "deviceIdentityChanged";

  /** An interface that is or was critical has another role or provider. */
  public static final String CLASSIFICATION_CHANGED = PREFIX + "classificationChanged";

  /** A port sees another neighbour. */
  public static final String NEIGHBOR_CHANGED = PREFIX + "neighborChanged";

  /** A link between two nodes is gone. */
  public static final String LINK_LOST = PREFIX + "linkLost";

  /** A link that was lost is there again. */
  public static final String LINK_RESTORED = PREFIX + "linkRestored";

  /** Something is set differently at the two ends of a link. */
  public static final String LINK_MISMATCH = PREFIX + "linkMismatch";

  /** What differed is the same again. */
  public static final String LINK_MATCHES = PREFIX + "linkMatches";

  /** Somebody changed a device by SNMP, tried to, or was refused. */
  public static final String SNMP_SET = PREFIX + "snmpSet";

  private Ueis() {}
}
