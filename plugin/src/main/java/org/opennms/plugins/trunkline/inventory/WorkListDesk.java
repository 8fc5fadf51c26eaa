package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;
import org.opennms.plugins.trunkline.operations.WorkLists;

/** Draws the work lists from the inventory. Thread-safe. */
final class WorkListDesk implements WorkLists {
  private static final double UPLINK_CONFIDENCE = 0.8;
  private static final double CONFIDENCE = 0.5;
  private static final double RIVAL_SHARE = 0.5;
  // What a rule says is never less sure; evidence that disagrees with it is the operator's wish.
  private static final double DECIDED = 0.99;

  private static final Comparator<KnownInterface> DESCRIBED_FIRST =
      Comparator.comparing(k -> k.networkInterface().ifAlias().isBlank());
  private static final Comparator<KnownInterface> UPLINKS_THEN_LEAST_SURE =
      Comparator.comparing((KnownInterface k) -> !isUplink(k))
          .thenComparing(k -> k.classification().confidence());
  private static final Comparator<KnownInterface> CLOSEST_FIRST =
      Comparator.comparing(k -> -share(k.judgement()));

  private final Inventory inventory;
  private final ChangeLog changes;
  private final InstantSource clock;

  WorkListDesk(Inventory inventory, ChangeLog changes, InstantSource clock) {
    this.inventory = inventory;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public Listing list(Kind kind) {
    return switch (kind) {
      case UNCLASSIFIED -> doubtful(WorkListDesk::isUnclassified, DESCRIBED_FIRST);
      case LOW_CONFIDENCE -> doubtful(WorkListDesk::isUnsure, UPLINKS_THEN_LEAST_SURE);
      case CONFLICTS -> doubtful(WorkListDesk::isContested, CLOSEST_FIRST);
      case CHANGED -> changed();
    };
  }

  private Listing doubtful(Predicate<KnownInterface> wanted, Comparator<KnownInterface> order) {
    return new Listing(
        inventory.find(InterfaceFilter.ALL).stream()
            .filter(k -> !k.stale() && k.override().flatMap(o -> o.role()).isEmpty())
            .filter(wanted)
            .sorted(order)
            .map(k -> new Item(k, Optional.empty()))
            .toList(),
        0);
  }

  private Listing changed() {
    Instant now = clock.instant();
    List<ChangeLog.Entry> entries = changes.entries(now);
    Map<InterfaceKey, KnownInterface> known =
        (entries.isEmpty()
                ? Stream.<KnownInterface>empty()
                : inventory.find(InterfaceFilter.ALL).stream())
            .collect(Collectors.toMap(KnownInterface::key, k -> k));
    List<Item> items =
        entries.stream()
            .map(e -> item(known.get(e.key()), e.change()))
            .filter(Objects::nonNull)
            .toList();
    return new Listing(items, changes.forgotten(now));
  }

  /** Null for an interface that has been removed since. */
  private static Item item(KnownInterface known, Change change) {
    return known == null ? null : new Item(known, Optional.of(change));
  }

  private static boolean isUnclassified(KnownInterface known) {
    return known.classification().role() == InterfaceRole.OTHER
        && known.classification().confidence() < CONFIDENCE;
  }

  private static boolean isUnsure(KnownInterface known) {
    return known.classification().role() != InterfaceRole.OTHER
        && known.classification().confidence() < (isUplink(known) ? UPLINK_CONFIDENCE : CONFIDENCE);
  }

  private static boolean isContested(KnownInterface known) {
    return !isUnclassified(known)
        && known.classification().confidence() < DECIDED
        && share(known.judgement()) >= RIVAL_SHARE;
  }

  private static boolean isUplink(KnownInterface known) {
    return known.classification().role() == InterfaceRole.ISP_UPLINK;
  }

  private static double share(Judgement judgement) {
    return judgement.score() > 0 ? judgement.rivalScore() / judgement.score() : 0;
  }
}
