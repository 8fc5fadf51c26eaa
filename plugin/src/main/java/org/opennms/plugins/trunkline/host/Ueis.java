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

  private Ueis() {}
}
