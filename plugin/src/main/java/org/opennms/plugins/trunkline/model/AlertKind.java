package org.opennms.plugins.trunkline.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an alert is about. Each kind has a pair of event definitions of its own: the problem and its
 * resolution.
 */
public enum AlertKind {
  /** ifOperStatus is not up while ifAdminStatus is up, after it was once seen up (RFC 2863). */
  INTERFACE_DOWN("interfaceDown"),
  /** More of the capacity is used than the rule bears, in one direction or the other. */
  UTILIZATION("highUtilization"),
  /** Too large a share of the packets has errors. */
  ERRORS("errors"),
  /** Too large a share of the packets is discarded. */
  DISCARDS("discards"),
  /** Traffic is far from what is normal at this hour of the week. */
  ANOMALY("trafficAnomaly"),
  /** Traffic has a new level that lasts. */
  LEVEL_SHIFT("levelShift"),
  /** A neighbour that was seen over an interface no longer is. */
  NEIGHBOUR_LOST("neighbourLost"),
  /** A critical interface has another role or provider than before. */
  CLASSIFICATION_CHANGED("criticalInterfaceChanged"),
  /** A device no longer answers. */
  DEVICE_SILENT("deviceSilent"),
  /** Many devices of a location, or behind one neighbour, no longer answer. */
  DEVICES_SILENT("devicesSilent"),
  /** The signed export does not get rid of its envelopes. */
  TELEMETRY_STALLED("telemetryStalled"),
  /** Sent by an operator to see whether alerts arrive. */
  TEST("test");

  private static final String SPELLINGS =
      Arrays.stream(values()).map(AlertKind::spelling).collect(Collectors.joining(", "));

  private final String event;

  AlertKind(String event) {
    this.event = event;
  }

  /** The last part of the problem's UEI; the resolution's has {@code Cleared} after it. */
  public String event() {
    return event;
  }

  /** As in {@code alerts.yaml}, for example {@code interface-down}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that is spelled so. */
  public static Optional<AlertKind> parse(String text) {
    return Arrays.stream(values()).filter(k -> k.spelling().equals(text.trim())).findFirst();
  }

  /** All spellings, for messages. */
  public static String spellings() {
    return SPELLINGS;
  }

  /** Whether it rests on a learned baseline, which is counted only for the first days. */
  public boolean isLearned() {
    return this == ANOMALY || this == LEVEL_SHIFT;
  }

  /** Whether it compares a share of what was measured over an interval with a threshold. */
  public boolean isShare() {
    return this == UTILIZATION || this == ERRORS || this == DISCARDS;
  }

  /** Whether it is judged by what is polled anew every few minutes. */
  public boolean isPolled() {
    return this == INTERFACE_DOWN || this == DEVICE_SILENT || isShare();
  }
}
