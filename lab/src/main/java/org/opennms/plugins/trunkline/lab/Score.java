package org.opennms.plugins.trunkline.lab;

import java.util.List;

/**
 * How good an answer is.
 *
 * @param name of what was answered
 * @param right links of the truth that were reported
 * @param reported links reported, each once
 * @param truth links that there are
 * @param wrongNodes links from a right port to a wrong device
 * @param missing links that were not reported
 * @param extra links reported that the truth does not have
 */
record Score(
    String name,
    int right,
    int reported,
    int truth,
    int wrongNodes,
    List<String> missing,
    List<String> extra) {
  Score {
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
  }
}
