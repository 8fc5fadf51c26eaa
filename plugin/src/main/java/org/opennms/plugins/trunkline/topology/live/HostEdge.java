package org.opennms.plugins.trunkline.topology.live;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An edge of the host's own topology. It has no id, because the host's change whenever it computes
 * anew, and no direction, because the host's says nothing: the lesser end is the first.
 *
 * @param protocol what the host concluded it from, for example {@code LLDP}
 * @param a the one end
 * @param b the other end
 */
public record HostEdge(String protocol, End a, End b) {
  private static final Comparator<End> ORDER = Comparator.comparing(End::order);

  /** Puts the ends in order and rejects missing parts. */
  public HostEdge {
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    if (ORDER.compare(a, b) > 0) {
      End swapped = a;
      a = b;
      b = swapped;
    }
  }

  /** What an edge ends at. Nodes are known by the host's numeric id alone: FS:FID may be stale. */
  public sealed interface End {
    /** By which ends are put in order. */
    String order();
  }

  /**
   * An interface.
   *
   * @param nodeId the host's id
   * @param ifIndex as the host knows it
   * @param ifName what the host calls it; may be empty
   */
  public record Port(int nodeId, int ifIndex, String ifName) implements End {
    /** Rejects a missing name. */
    public Port {
      Objects.requireNonNull(ifName, "ifName");
    }

    @Override
    public String order() {
      return String.format(Locale.ROOT, "1 %010d %010d %s", nodeId, ifIndex, ifName);
    }
  }

  /**
   * A node, of which the host does not say the interface.
   *
   * @param nodeId the host's id
   */
  public record Whole(int nodeId) implements End {
    @Override
    public String order() {
      return String.format(Locale.ROOT, "2 %010d", nodeId);
    }
  }

  /**
   * A shared segment without a node.
   *
   * @param id the host's
   */
  public record Segment(String id) implements End {
    /** Rejects a missing id. */
    public Segment {
      Objects.requireNonNull(id, "id");
    }

    @Override
    public String order() {
      return "3 " + id;
    }
  }

  /** The nodes at its ends, none to two. */
  public IntStream nodeIds() {
    return Stream.of(a, b)
        .flatMapToInt(
            end ->
                end instanceof Port port
                    ? IntStream.of(port.nodeId())
                    : end instanceof Whole whole
                        ? IntStream.of(whole.nodeId())
                        : IntStream.empty());
  }
}
