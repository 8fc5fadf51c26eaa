package org.opennms.plugins.trunkline.lab;

/**
 * What the Numenta Anomaly Benchmark gives for a window that is found, and takes for a false
 * detection and for a window that is missed (its {@code config/profiles.json}).
 */
enum NabProfile {
  STANDARD("standard", 1, 0.11, 1),
  LOW_FALSE_POSITIVES("low false positives", 1, 0.22, 1),
  LOW_FALSE_NEGATIVES("low false negatives", 1, 0.11, 2);

  private final String title;
  private final double found;
  private final double falseDetection;
  private final double missed;

  NabProfile(String title, double found, double falseDetection, double missed) {
    this.title = title;
    this.found = found;
    this.falseDetection = falseDetection;
    this.missed = missed;
  }

  String title() {
    return title;
  }

  double found() {
    return found;
  }

  double falseDetection() {
    return falseDetection;
  }

  double missed() {
    return missed;
  }
}
