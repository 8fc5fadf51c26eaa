package org.opennms.plugins.trunkline.baseline;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.TrafficSample;

/**
 * Judges what was measured as it would have been judged when it came: with the settings in force,
 * by baselines that know only what was before. Changes nothing of what is known. For one thread.
 */
public interface AnomalyReplay {
  /** How much is to be learned from, before what is to be judged. */
  Duration window();

  /**
   * Begins with an interface.
   *
   * @param before what is learned from, in the order of time
   * @param to hears what is found
   * @return takes what is to be judged, in the order of time
   */
  Consumer<TrafficSample> begin(KnownInterface of, List<TrafficSample> before, AnomalySink to);
}
