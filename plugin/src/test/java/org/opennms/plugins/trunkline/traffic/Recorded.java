package org.opennms.plugins.trunkline.traffic;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.TrafficSample;

/** A consumer that keeps everything. */
public final class Recorded implements SampleSink {
  /** A sample with its interface. */
  public record Of<T>(KnownInterface port, T what) {}

  private final List<Of<TrafficSample>> samples = new CopyOnWriteArrayList<>();
  private final List<Of<LinkStatus>> statuses = new CopyOnWriteArrayList<>();

  @Override
  public void sample(KnownInterface of, TrafficSample sample) {
    samples.add(new Of<>(of, sample));
  }

  @Override
  public void status(KnownInterface of, LinkStatus status) {
    statuses.add(new Of<>(of, status));
  }

  /** In the order in which they came. */
  public List<Of<TrafficSample>> samples() {
    return samples;
  }

  /** In the order in which they came. */
  public List<Of<LinkStatus>> statuses() {
    return statuses;
  }
}
