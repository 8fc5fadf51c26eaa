package org.opennms.plugins.trunkline.traffic;

import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.TrafficSample;

/**
 * Takes what is measured, as it comes. All sinks are called by one thread of the traffic part, one
 * sample after another, those of an interface in the order of time (after a clock stepped back,
 * later samples may lie before earlier ones). A sink that is slow lets a bounded queue before it
 * overflow, which drops and counts samples; one that throws is logged and called again.
 */
public interface SampleSink {
  /**
   * A monitored interface was measured, or could not be: see the sample's quality.
   *
   * @param of as the inventory knows it at this time
   */
  void sample(KnownInterface of, TrafficSample sample);

  /**
   * A monitored interface's status was asked for: every minute for critical ones, every five
   * minutes for others, whatever the source of traffic.
   */
  void status(KnownInterface of, LinkStatus status);
}
