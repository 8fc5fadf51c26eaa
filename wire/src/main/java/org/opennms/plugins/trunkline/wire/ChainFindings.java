package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opennms.plugins.trunkline.wire.DeclaredGaps.Hole;
import org.opennms.plugins.trunkline.wire.Finding.Kind;

/** What one agent's chain, once its order is known, gives reason to say. */
final class ChainFindings {
  private final String agent;
  private final ChainOrder order;
  private final ChainAudit.Settings settings;
  private final Set<ByteString> knownBefore;
  private final List<Finding> found = new ArrayList<>();

  /**
   * @param knownBefore signatures of envelopes elsewhere that the chain may go on behind
   */
  ChainFindings(
      String agent, ChainOrder order, ChainAudit.Settings settings, Set<ByteString> knownBefore) {
    this.agent = agent;
    this.knownBefore = knownBefore;
    this.order = order;
    this.settings = settings;
  }

  List<Finding> find() {
    beginnings();
    order.forks().forEach(this::fork);
    for (int i = 0; i < order.links().size(); i++) {
      misplaced(i);
    }
    walk();
    return found;
  }

  private void beginnings() {
    boolean first = true;
    for (int begin : order.beginnings()) {
      ChainLink link = order.links().get(begin);
      if (first) {
        startsLate(link);
      } else if (link.isAuthentic()) {
        gap(begin, link);
      } else if (order.isTornOff(begin)) {
        add(Kind.GAP, link, "It is altered, and follows none of those that are there.");
      }
      first = false;
    }
  }

  private void startsLate(ChainLink link) {
    Hole hole = order.gaps().before(link.previous());
    if (hole.declared() > 0 && hole.isClosed()) {
      declared(link, hole);
    } else if (!link.previous().isEmpty()
        && link.isAuthentic()
        && !knownBefore.contains(link.previous())) {
      add(Kind.STARTS_LATE, link, "It follows " + shown(link.previous()) + ".");
    }
  }

  private void gap(int begin, ChainLink link) {
    if (link.previous().isEmpty()) {
      add(Kind.RESTART, link, "It names no predecessor.");
      return;
    }
    Hole hole = order.gaps().before(link.previous());
    if (hole.isClosed()) {
      declared(link, hole);
      return;
    }
    int end = order.endBefore(begin);
    String after = end == ChainOrder.NONE ? "" : " The chain breaks off at " + place(end) + ".";
    String part =
        hole.declared() == 0 ? "" : " Only " + hole.declared() + " were declared to be missing.";
    add(Kind.GAP, link, "It follows " + shown(link.previous()) + ", absent." + after + part);
  }

  private void declared(ChainLink link, Hole hole) {
    add(
        Kind.DECLARED_GAP,
        link,
        hole.declared() + " before it are missing (" + String.join(", ", hole.reasons()) + ").");
  }

  private void fork(int[] pair) {
    ChainLink later = order.links().get(pair[1]);
    add(Kind.FORK, later, "So does " + place(pair[0]) + ": " + shown(later.previous()) + ".");
  }

  private void misplaced(int position) {
    int distance = order.predecessor(position) - position;
    if (distance <= 0) {
      return;
    }
    Kind kind = distance > settings.window() ? Kind.REORDERED : Kind.OUT_OF_ORDER;
    add(
        kind,
        order.links().get(position),
        "Its predecessor stands "
            + distance
            + " later, "
            + place(order.predecessor(position))
            + ".");
  }

  private void walk() {
    ChainLink before = null;
    Set<VerifyingKey> announced = new HashSet<>();
    for (int position : order.walk()) {
      ChainLink link = order.links().get(position);
      if (!link.isAuthentic()) {
        continue;
      }
      if (before != null) {
        clock(before, link);
        key(before, link, announced);
      }
      link.rotations().forEach(r -> announced.add(r.newKey()));
      before = link;
    }
  }

  private void clock(ChainLink before, ChainLink link) {
    Duration back = Duration.ofNanos(before.tsNs() - link.tsNs());
    if (back.compareTo(settings.clockTolerance()) > 0) {
      add(Kind.CLOCK_STEP, link, "Back by " + back + " against " + before.place() + ".");
    }
  }

  private void key(ChainLink before, ChainLink link, Set<VerifyingKey> announced) {
    if (before.key().equals(link.key())) {
      return;
    }
    String change = "From " + before.key().keyId() + " to " + link.key().keyId() + ".";
    add(announced.remove(link.key()) ? Kind.KEY_ROTATION : Kind.UNANNOUNCED_KEY, link, change);
  }

  private void add(Kind kind, ChainLink link, String detail) {
    found.add(new Finding(kind, link.place(), agent, detail));
  }

  private String place(int position) {
    return order.links().get(position).place();
  }

  private static String shown(ByteString signature) {
    String hex = NoticeTags.hex(signature);
    return "signature " + hex.substring(0, Math.min(16, hex.length())) + "…";
  }
}
