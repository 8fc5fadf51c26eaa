package org.opennms.plugins.trunkline.operations;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.model.Announcement;
import org.opennms.plugins.trunkline.model.Capability;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkKey;
import org.opennms.plugins.trunkline.model.LinkMismatch;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NeighbourSighting;
import org.opennms.plugins.trunkline.model.NeighbourSighting.Mapping;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.Orphan;
import org.opennms.plugins.trunkline.model.Reason;

/** A small topology that never changes, for the tests of the faces. */
public final class SampleTopology implements TopologyDirectory {
  /** A name that attacks the terminal. */
  public static final String HOSTILE_NAME = "phone\u001b[2J";

  private static final Instant SEEN = SampleNetwork.SEEN;
  private static final Announcement SILENT =
      new Announcement("", "", "", "", "", List.of(), Set.of(), 0);

  private static final LinkEnd UPLINK = end(SampleNetwork.UPLINK);
  private static final LinkEnd TRUNK = end(SampleNetwork.HOSTILE);
  private static final LinkEnd DESK = end(SampleNetwork.BARE);
  private static final LinkEnd NOWHERE =
      new LinkEnd(
          Optional.empty(), HOSTILE_NAME, Optional.empty(), 0, "p1", Optional.empty(), "orphan-1");

  /** Confirmed, and set differently at its ends. */
  public static final Edge CONFIRMED =
      new Edge(
          link(
              UPLINK,
              TRUNK,
              LinkState.CONFIRMED,
              0.98,
              EnumSet.of(LinkSource.LLDP, LinkSource.CDP),
              List.of(new LinkMismatch(LinkMismatch.Kind.MTU, "9000", "1500"))),
          Optional.of(SampleNetwork.UPLINK),
          Optional.of(SampleNetwork.HOSTILE));

  /** Inferred, without any port. */
  public static final Edge INFERRED =
      new Edge(
          link(
              whole(SampleNetwork.EDGE),
              whole(SampleNetwork.SWITCH),
              LinkState.INFERRED,
              0.3,
              EnumSet.of(LinkSource.ALIAS),
              List.of()),
          Optional.empty(),
          Optional.empty());

  /** To an orphan. */
  public static final Edge STRAY =
      new Edge(
          link(DESK, NOWHERE, LinkState.ONE_SIDED, 0.7, EnumSet.of(LinkSource.LLDP), List.of()),
          Optional.of(SampleNetwork.BARE),
          Optional.empty());

  private static final Announcement PHONE =
      new Announcement(
          "00:00:5e:00:53:77",
          "p1",
          "",
          HOSTILE_NAME,
          "Example Phone 3",
          List.of("192.0.2.77"),
          EnumSet.of(Capability.TELEPHONE),
          3);

  private static final List<Orphan> ORPHANS =
      List.of(
          new Orphan(
              "orphan-1",
              PHONE,
              List.of(new Orphan.SeenFrom(DESK, LinkSource.LLDP, "p1")),
              List.of(),
              SEEN.minusSeconds(3600),
              SEEN),
          new Orphan(
              "orphan-2",
              SILENT,
              List.of(new Orphan.SeenFrom(TRUNK, LinkSource.CDP, "")),
              List.of(SampleNetwork.EDGE.key(), SampleNetwork.SWITCH.key()),
              SEEN,
              SEEN));

  private static final List<NodeView> NODES =
      List.of(
          new NodeView(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), 2),
          new NodeView(SampleNetwork.SWITCH, DeviceFacts.UNKNOWN, 2));

  @Override
  public Topology topology() {
    return new Topology(NODES, List.of(CONFIRMED, INFERRED, STRAY), ORPHANS, List.of(), SEEN);
  }

  @Override
  public Optional<Neighbourhood> around(String node) {
    return NODES.stream()
        .filter(n -> n.device().isCalled(node))
        .findFirst()
        .map(
            n ->
                n.device().equals(SampleNetwork.EDGE)
                    ? new Neighbourhood(n, List.of(CONFIRMED, INFERRED), List.of(seenByEdge()))
                    : new Neighbourhood(n, List.of(CONFIRMED, INFERRED, STRAY), seenBySwitch()));
  }

  @Override
  public Optional<Edge> link(String id) {
    List<Edge> found =
        topology().edges().stream().filter(e -> e.link().key().id().startsWith(id)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  @Override
  public String export(Format format) {
    return "exported as " + format.spelling() + "\n";
  }

  @Override
  public String requisition() {
    return """
        nodelabel,ip_management,foreign_id,asset_description
        phone,192.0.2.77,orphan-1,Example Phone 3
        """;
  }

  private static NeighbourSighting seenByEdge() {
    return sighting(
        UPLINK,
        new Announcement(
            "00:00:5e:00:53:02", "ge-0/0/2", "", "switch2", "", List.of(), Set.of(), 0),
        TRUNK,
        Mapping.NODE,
        List.of());
  }

  private static List<NeighbourSighting> seenBySwitch() {
    return List.of(
        sighting(DESK, PHONE, NOWHERE, Mapping.ORPHAN, List.of()),
        sighting(
            TRUNK,
            SILENT,
            new LinkEnd(
                Optional.empty(), "?", Optional.empty(), 0, "", Optional.empty(), "orphan-2"),
            Mapping.AMBIGUOUS,
            List.of(SampleNetwork.EDGE.key(), SampleNetwork.SWITCH.key())),
        sighting(TRUNK, PHONE, whole(SampleNetwork.SWITCH), Mapping.OURSELVES, List.of()));
  }

  private static NeighbourSighting sighting(
      LinkEnd local,
      Announcement announced,
      LinkEnd remote,
      Mapping mapping,
      List<NodeKey> candidates) {
    return new NeighbourSighting(
        local,
        LinkSource.LLDP,
        announced,
        remote,
        mapping,
        candidates,
        0.9,
        List.of(new Reason("chassis id", "is the node's base MAC address", 4)),
        SEEN.minusSeconds(3600),
        SEEN);
  }

  private static Link link(
      LinkEnd a,
      LinkEnd b,
      LinkState state,
      double confidence,
      Set<LinkSource> sources,
      List<LinkMismatch> mismatches) {
    return new Link(
        LinkKey.between(a.device() + "/" + a.port(), b.device() + "/" + b.port()),
        a,
        b,
        state,
        confidence,
        List.of(new Reason("lldp", "both ends told of it", 3.9)),
        sources,
        mismatches,
        SEEN.minusSeconds(86_400),
        SEEN);
  }

  private static LinkEnd end(KnownInterface known) {
    return new LinkEnd(
        Optional.of(known.key().node()),
        known.device().label(),
        Optional.of(known.key()),
        known.networkInterface().ifIndex(),
        known.key().name(),
        Optional.<InterfaceKey>empty(),
        "");
  }

  private static LinkEnd whole(Device device) {
    return new LinkEnd(
        Optional.of(device.key()), device.label(), Optional.empty(), 0, "", Optional.empty(), "");
  }
}
