package org.opennms.plugins.trunkline.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NeighbourSighting.Mapping;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.Reason;

/** An observation of one node, and what it was taken for. Used by one thread. */
final class Sight {
  final NodeKey local;
  final Observation seen;
  final Instant firstSeen;
  final Instant lastSeen;
  final Instant expires;

  private Resolution resolution = new Resolution(Optional.empty(), List.of(), List.of());
  private Optional<NodeKey> node = Optional.empty();
  private Optional<PortMatch> port = Optional.empty();
  private final List<Reason> more = new ArrayList<>();
  private String orphan = "";

  Sight(NodeKey local, Observation seen, Instant firstSeen, Instant lastSeen, Instant expires) {
    this.local = local;
    this.seen = seen;
    this.firstSeen = firstSeen;
    this.lastSeen = lastSeen;
    this.expires = expires;
  }

  /** Begins anew with what the neighbour itself said. */
  void resolve(Resolution found) {
    resolution = found;
    node = found.node();
    port = Optional.empty();
    more.clear();
    orphan = "";
  }

  /** What others said of it led to a node. */
  void conclude(NodeKey found, Reason why) {
    node = Optional.of(found);
    more.add(why);
    orphan = "";
  }

  void foundPort(Optional<PortMatch> found) {
    port = found;
  }

  void isOrphan(String id) {
    orphan = id;
  }

  Optional<NodeKey> node() {
    return node;
  }

  /** The node that it led to without the other end's word. */
  Optional<NodeKey> directNode() {
    return more.stream().anyMatch(r -> r.evidence().equals(Reciprocity.EVIDENCE))
        ? Optional.empty()
        : node;
  }

  Optional<Port> port() {
    return port.map(PortMatch::port);
  }

  String orphan() {
    return orphan;
  }

  LinkSource source() {
    return seen.source();
  }

  List<NodeKey> candidates() {
    return resolution.candidates();
  }

  boolean isOurselves() {
    return node.filter(local::equals).isPresent();
  }

  Mapping mapping() {
    if (isOurselves()) {
      return Mapping.OURSELVES;
    }
    if (node.isPresent()) {
      return directNode().isPresent() ? Mapping.NODE : Mapping.BY_OTHER_END;
    }
    return candidates().size() > 1 ? Mapping.AMBIGUOUS : Mapping.ORPHAN;
  }

  /** Why it was taken for that; what is inferred is never worth more than its kind. */
  List<Reason> reasons() {
    List<Reason> all = new ArrayList<>(resolution.reasons());
    all.addAll(more);
    all.add(portReason());
    if (!source().isInferred()) {
      return all;
    }
    List<Reason> remarks = new ArrayList<>();
    remarks.add(new Reason(source().spelling(), "inferred", Evidence.inferred(source())));
    all.forEach(r -> remarks.add(new Reason(r.evidence(), r.says(), Math.min(0, r.weight()))));
    return remarks;
  }

  private Reason portReason() {
    String said = seen.announced().port().value();
    if (port.isPresent()) {
      double weight = port.get().isExact() ? Evidence.PORT_EXACT : Evidence.PORT_DESCRIBED;
      return new Reason("remote port", "'" + said + "' by " + port.get().how(), weight);
    }
    return node.isPresent()
        ? new Reason("remote port", "'" + said + "' is none of its ports", Evidence.PORT_UNKNOWN)
        : new Reason("remote port", "'" + said + "' as announced", 0);
  }
}
