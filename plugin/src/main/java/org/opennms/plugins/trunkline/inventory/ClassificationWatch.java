package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.operations.WorkLists.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that an interface which was known already got another role or provider by a reading or by
 * new rules, keeps a record, and tells the host where the interface is or was critical. What an
 * override decides does not change so. Called by discovery's thread only, where nothing else is
 * said.
 */
final class ClassificationWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ClassificationWatch.class);

  private final Function<InterfaceKey, Optional<InterfaceOverride>> overrides;
  private final ChangeLog log;
  private final DeviceEvents events;
  private final EventBudget budget = new EventBudget(ClassificationWatch::tell);
  private final InstantSource clock;

  ClassificationWatch(
      Function<InterfaceKey, Optional<InterfaceOverride>> overrides,
      ChangeLog log,
      DeviceEvents events,
      InstantSource clock) {
    this.overrides = overrides;
    this.log = log;
    this.events = events;
    this.clock = clock;
  }

  /** Tells in the log what was not sent. Any thread. */
  void tick() {
    budget.tick(clock.instant());
  }

  /** Events that were too many to be sent. Any thread. */
  long withheld() {
    return budget.withheld();
  }

  /** Compares the interfaces of a device by their names. */
  void compare(Device device, List<Sighting> before, List<Sighting> after) {
    Map<String, Sighting> earlier = new HashMap<>();
    before.forEach(s -> earlier.put(s.networkInterface().key().name(), s));
    for (Sighting now : after) {
      Sighting was = earlier.get(now.networkInterface().key().name());
      if (was != null && differ(classified(was), classified(now))) {
        compareInForce(device, was, now);
      }
    }
  }

  private void compareInForce(Device device, Sighting before, Sighting after) {
    InterfaceKey key = after.networkInterface().key();
    Optional<InterfaceOverride> decision = overrides.apply(key);
    Classification was = Overriding.apply(classified(before), decision);
    Classification is = Overriding.apply(classified(after), decision);
    if (differ(was, is)) {
      Instant now = clock.instant();
      log.add(key, new Change(now, was.role(), is.role(), was.provider(), is.provider()));
      if ((was.critical() || is.critical()) && budget.take(now)) {
        events.classificationChanged(device, key, was, is);
      }
    }
  }

  private static void tell(long withheld) {
    LOG.warn(
        "{} more critical interfaces got another role or provider than there were events sent;"
            + " opennms-trunkline:worklist changed lists them",
        withheld);
  }

  private static Classification classified(Sighting sighting) {
    return sighting.judgement().classification();
  }

  private static boolean differ(Classification one, Classification other) {
    return one.role() != other.role() || !one.provider().equals(other.provider());
  }
}
