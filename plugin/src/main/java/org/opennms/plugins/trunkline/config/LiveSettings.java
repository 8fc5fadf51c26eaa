package org.opennms.plugins.trunkline.config;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PID's settings as ConfigAdmin delivers them. A bad delivery leaves the last good settings in
 * force. Thread-safe.
 *
 * <p>A ManagedService and no property placeholder: a placeholder rebuilds the whole blueprint at
 * each edit, so that nothing could stay in force.
 */
public final class LiveSettings implements ManagedService, Supplier<TrunklineConfig> {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

  private final InstantSource clock;
  private final Runnable onChange;
  private volatile State state;

  /**
   * What is in force, and what was refused since.
   *
   * @param config in force
   * @param since when it came into force
   * @param problems why a later delivery was refused; empty when the last one is in force
   * @param hints on what is in force
   */
  public record State(
      TrunklineConfig config, Instant since, List<Problem> problems, List<Problem> hints) {
    /** Copies the lists. */
    public State {
      problems = List.copyOf(problems);
      hints = List.copyOf(hints);
    }
  }

  /**
   * With the defaults in force.
   *
   * @param onChange called after new settings came into force, on ConfigAdmin's thread; must not
   *     block
   */
  public LiveSettings(InstantSource clock, Runnable onChange) {
    this.clock = clock;
    this.onChange = onChange;
    TrunklineConfig defaults = ConfigReader.read(Map.of()).value().orElseThrow();
    this.state = new State(defaults, clock.instant(), List.of(), List.of());
  }

  @Override
  public TrunklineConfig get() {
    return state.config();
  }

  /** What is in force, and what was refused. */
  public State state() {
    return state;
  }

  /** Called by ConfigAdmin; null means that there is no configuration, which gives the defaults. */
  @Override
  public void updated(Dictionary<String, ?> properties) {
    Map<String, Object> map = new HashMap<>();
    if (properties != null) {
      Collections.list(properties.keys()).forEach(k -> map.put(k, properties.get(k)));
    }
    apply(ConfigReader.read(map));
  }

  private void apply(ConfigReading<TrunklineConfig> reading) {
    reading.hints().forEach(h -> LOG.warn("{}", h));
    if (reading.value().isEmpty()) {
      reading.problems().forEach(p -> LOG.error("{} The last good settings stay in force.", p));
      state = new State(state.config(), state.since(), reading.problems(), state.hints());
      return;
    }
    boolean changed = !reading.value().get().equals(state.config());
    Instant since = changed ? clock.instant() : state.since();
    state = new State(reading.value().get(), since, List.of(), reading.hints());
    if (changed) {
      LOG.info("New settings are in force");
      onChange.run();
    }
  }
}
