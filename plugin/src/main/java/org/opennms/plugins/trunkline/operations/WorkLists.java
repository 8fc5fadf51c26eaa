package org.opennms.plugins.trunkline.operations;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;

/**
 * What an operator should look at. Answers come from memory; thread-safe. An interface leaves the
 * lists about doubt when a rule or an override decides its role, or when it becomes stale.
 */
public interface WorkLists {
  /** The whole list as it is now, what is most worth looking at first. */
  Listing list(Kind kind);

  /** Which list. */
  enum Kind {
    /** Role {@code other} with a confidence below 0.5; those with an alias come first. */
    UNCLASSIFIED("unclassified"),
    /** ISP uplinks with a confidence below 0.8, and others but {@code other} below 0.5. */
    LOW_CONFIDENCE("low-confidence"),
    /** The evidence disagrees: another role is at least half as likely. */
    CONFLICTS("conflicts"),
    /** Role or provider changed in the last 24 hours, by a reading or by new rules. */
    CHANGED("changed");

    private final String spelling;

    Kind(String spelling) {
      this.spelling = spelling;
    }

    /** As operators write it. */
    public String spelling() {
      return spelling;
    }

    /** From the spelling, exactly. */
    public static Optional<Kind> parse(String text) {
      return Arrays.stream(values()).filter(k -> k.spelling.equals(text)).findFirst();
    }

    /** All of them, for people. */
    public static String spellings() {
      return Arrays.stream(values()).map(Kind::spelling).collect(Collectors.joining(", "));
    }
  }

  /**
   * A list.
   *
   * @param items in order
   * @param forgotten changes of the last 24 hours that the bounded record could not keep; 0 for the
   *     other lists
   */
  record Listing(List<Item> items, long forgotten) {
    /** Copies the list. */
    public Listing {
      items = List.copyOf(items);
    }
  }

  /**
   * An interface to look at.
   *
   * @param known as it is now
   * @param change what changed; only in the list of changes, where an interface may be several
   *     times
   */
  record Item(KnownInterface known, Optional<Change> change) {
    /** Rejects missing parts. */
    public Item {
      Objects.requireNonNull(known, "known");
      Objects.requireNonNull(change, "change");
    }
  }

  /**
   * A change of role or provider.
   *
   * @param at when it was noticed
   * @param roleBefore as it was in force
   * @param roleAfter as it came into force
   * @param providerBefore where there was one
   * @param providerAfter where there was one
   */
  record Change(
      Instant at,
      InterfaceRole roleBefore,
      InterfaceRole roleAfter,
      Optional<String> providerBefore,
      Optional<String> providerAfter) {
    /** Rejects missing parts. */
    public Change {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(roleBefore, "roleBefore");
      Objects.requireNonNull(roleAfter, "roleAfter");
      Objects.requireNonNull(providerBefore, "providerBefore");
      Objects.requireNonNull(providerAfter, "providerAfter");
    }
  }
}
