package org.opennms.plugins.trunkline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.baseline.AnomalyEvent;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkKey;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.Anomaly;

/** What other parts find, as readings; and the trial of rules on what was measured. */
class ReadingsTest {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

  private final Net net = new Net();
  private final KnownInterface port =
      net.port(net.device(1, "edge-1", "Default"), 1, InterfaceRole.ISP_UPLINK, true);
  private final List<Reading> readings = new ArrayList<>();

  @Test
  void the_worst_of_several_deviations_stands_for_the_interface_until_the_last_ends() {
    AnomalyReadings sink = new AnomalyReadings(readings::add);
    Anomaly in = anomaly(Anomaly.Direction.IN, Anomaly.Severity.HIGH);
    Anomaly out = anomaly(Anomaly.Direction.OUT, Anomaly.Severity.CRITICAL);
    sink.event(new AnomalyEvent.Deviates(port, AT, in));
    sink.event(new AnomalyEvent.Deviates(port, AT, out));
    sink.event(new AnomalyEvent.Ended(port, AT, out));
    sink.event(new AnomalyEvent.Ended(port, AT, in));
    assertThat(readings)
        .extracting(r -> ((Reading.Compared) r).deviation().map(Deviation::severity).orElse(null))
        .containsExactly(AlertSeverity.HIGH, AlertSeverity.CRITICAL, AlertSeverity.HIGH, null);
  }

  @Test
  void a_level_shift_is_told_once_for_bits_and_packets() {
    AnomalyReadings sink = new AnomalyReadings(readings::add);
    for (Anomaly.Metric metric : Anomaly.Metric.values()) {
      sink.event(
          new AnomalyEvent.LevelShift(port, AT, Anomaly.Direction.IN, metric, 1e6, 5e6, 0.9));
    }
    assertThat(readings).hasSize(1);
    assertThat(((Reading.Compared) readings.get(0)).kind()).isEqualTo(AlertKind.LEVEL_SHIFT);
  }

  @Test
  void a_neighbour_that_is_no_longer_announced_is_lost_until_it_is_again() {
    NeighbourReadings looks = new NeighbourReadings(net::monitored, readings::add);
    Link link = link(LinkSource.LLDP);
    looks.look(List.of(), AT);
    looks.look(List.of(link), AT);
    looks.look(List.of(link), AT);
    looks.look(List.of(), AT);
    looks.look(List.of(), AT);
    looks.look(List.of(link), AT);
    assertThat(readings)
        .extracting(r -> ((Reading.Neighbour) r).present())
        .containsExactly(true, false, true);
    assertThat(((Reading.Neighbour) readings.get(1)).neighbour()).isEqualTo("carrier xe-0/0/1");
  }

  @Test
  void what_was_only_inferred_is_no_neighbour_to_lose() {
    NeighbourReadings looks = new NeighbourReadings(net::monitored, readings::add);
    looks.look(List.of(link(LinkSource.SUBNET)), AT);
    looks.look(List.of(), AT);
    assertThat(readings).isEmpty();
  }

  private static Anomaly anomaly(Anomaly.Direction direction, Anomaly.Severity severity) {
    return new Anomaly(
        "edge-1",
        new InterfaceKey(new NodeKey("Req:edge-1"), "Gi0/1"),
        direction,
        Anomaly.Metric.BITS,
        true,
        severity,
        true,
        AT,
        AT,
        Optional.empty(),
        9e8,
        4e8,
        2e7,
        25,
        0.8,
        List.of("because"),
        "more than usual");
  }

  private Link link(LinkSource source) {
    LinkEnd here =
        new LinkEnd(
            Optional.of(port.device().key()),
            "edge-1",
            Optional.of(port.key()),
            1,
            "Gi0/1",
            Optional.empty(),
            "");
    LinkEnd there =
        new LinkEnd(
            Optional.empty(), "carrier", Optional.empty(), 0, "xe-0/0/1", Optional.empty(), "o1");
    return new Link(
        LinkKey.between("a", "b"),
        here,
        there,
        LinkState.ONE_SIDED,
        0.9,
        List.of(),
        Set.copyOf(EnumSet.of(source)),
        List.of(),
        AT,
        AT);
  }
}
