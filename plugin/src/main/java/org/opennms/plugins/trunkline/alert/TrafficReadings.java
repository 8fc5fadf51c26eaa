package org.opennms.plugins.trunkline.alert;

import java.util.function.Consumer;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.traffic.SampleSink;

/** What is measured, as readings. Stateless. */
public final class TrafficReadings implements SampleSink {
  private final Consumer<Reading> to;

  /** Hands over to this, which must not wait. */
  public TrafficReadings(Consumer<Reading> to) {
    this.to = to;
  }

  @Override
  public void sample(KnownInterface of, TrafficSample sample) {
    to.accept(new Reading.Traffic(of, sample));
  }

  @Override
  public void status(KnownInterface of, LinkStatus status) {
    to.accept(new Reading.Status(of, status));
  }
}
