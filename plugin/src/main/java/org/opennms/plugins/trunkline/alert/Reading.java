package org.opennms.plugins.trunkline.alert;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.TrafficSample;

/** Something that was seen, and may begin or end a problem. */
public sealed interface Reading {
  /** When it was so. */
  Instant at();

  /**
   * A device said whether an interface is up, or did not answer.
   *
   * @param of as the inventory knows it
   * @param status what it said
   */
  record Status(KnownInterface of, LinkStatus status) implements Reading {
    /** Rejects missing parts. */
    public Status {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(status, "status");
    }

    @Override
    public Instant at() {
      return status.at();
    }
  }

  /**
   * What passed an interface.
   *
   * @param of as the inventory knows it
   * @param sample what was measured
   */
  record Traffic(KnownInterface of, TrafficSample sample) implements Reading {
    /** Rejects missing parts. */
    public Traffic {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(sample, "sample");
    }

    @Override
    public Instant at() {
      return sample.end();
    }
  }

  /**
   * How an interface's traffic compares with its baseline.
   *
   * @param of as the inventory knows it
   * @param kind {@link AlertKind#ANOMALY} or {@link AlertKind#LEVEL_SHIFT}
   * @param at when
   * @param deviation how far it is off; empty when it no longer is
   */
  record Compared(KnownInterface of, AlertKind kind, Instant at, Optional<Deviation> deviation)
      implements Reading {
    /** Rejects missing parts and other kinds. */
    public Compared {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(deviation, "deviation");
      if (!kind.isLearned()) {
        throw new IllegalArgumentException(kind + " rests on no baseline");
      }
    }
  }

  /**
   * Whether a neighbour is seen over an interface.
   *
   * @param of as the inventory knows it
   * @param at when
   * @param neighbour its name and port in words
   * @param present whether it is there
   */
  record Neighbour(KnownInterface of, Instant at, String neighbour, boolean present)
      implements Reading {
    /** Rejects missing parts. */
    public Neighbour {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(neighbour, "neighbour");
    }
  }

  /**
   * The role or provider of an interface that is or was critical changed.
   *
   * @param of as it is now
   * @param at when
   * @param before role and provider before, in words
   * @param now likewise
   */
  record Reclassified(KnownInterface of, Instant at, String before, String now) implements Reading {
    /** Rejects missing parts. */
    public Reclassified {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(now, "now");
    }
  }

  /**
   * The host holds a node for down, or up again.
   *
   * @param node which
   * @param at when
   * @param down how it is
   */
  record HostNode(Device node, Instant at, boolean down) implements Reading {
    /** Rejects missing parts. */
    public HostNode {
      Objects.requireNonNull(node, "node");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * How the signed export is.
   *
   * @param at when
   * @param stalled whether envelopes pile up
   * @param why in words; empty when not stalled
   */
  record Export(Instant at, boolean stalled, String why) implements Reading {
    /** Rejects missing parts. */
    public Export {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(why, "why");
    }
  }
}
