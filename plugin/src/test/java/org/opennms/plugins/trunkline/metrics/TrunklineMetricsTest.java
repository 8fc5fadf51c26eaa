package org.opennms.plugins.trunkline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.operations.AnomalyBoard;
import org.opennms.plugins.trunkline.operations.ScriptedTelemetry;
import org.opennms.plugins.trunkline.operations.SteadyStatus;
import org.opennms.plugins.trunkline.snmp.Discard;
import org.opennms.plugins.trunkline.snmp.SnmpMetrics;
import org.opennms.plugins.trunkline.traffic.Counter;
import org.opennms.plugins.trunkline.traffic.CounterReading;
import org.opennms.plugins.trunkline.traffic.PortList;
import org.opennms.plugins.trunkline.traffic.Ports;
import org.opennms.plugins.trunkline.traffic.TrafficMeters;

class TrunklineMetricsTest {
  private static final Device DEVICE = Ports.device(7, Optional.empty());
  private static final KnownInterface PORT =
      Ports.port(DEVICE, 3, "Gi0/\"3\"", "", 1_000_000_000, true);
  private static final KnownInterface OTHER = Ports.port(DEVICE, 4, false);

  private final TrunklineMetrics metrics =
      new TrunklineMetrics(
          new TrunklineMetrics.Sources(
              new PortList(List.of(PORT)),
              () -> new SteadyStatus().status(),
              () -> new SnmpMetrics(10, 200, 3, 1, 5, Map.of(Discard.SPOOFED_SOURCE, 2L)),
              new TrafficMeters(),
              () -> new AnomalyBoard.Rate(5, 0.5, 3, 40),
              () -> Map.of(PORT, reading(Counter.ABSENT), OTHER, reading(Counter.of32(1))),
              () -> new ScriptedTelemetry().status()));

  @Test
  void own_metrics_have_help_type_and_values() {
    assertThat(metrics.ownMetrics())
        .contains("# HELP trunkline_interfaces Known interfaces")
        .contains("# TYPE trunkline_interfaces gauge\ntrunkline_interfaces 1.0\n")
        .contains("trunkline_part_state{part=\"alerts\",state=\"degraded\"} 1.0")
        .contains(
            "# TYPE trunkline_snmp_varbinds_total counter\ntrunkline_snmp_varbinds_total 200.0")
        .contains("trunkline_snmp_shrinks_total 5.0")
        .contains("trunkline_snmp_discarded_total{reason=\"spoofed_source\"} 2.0")
        .contains("trunkline_snmp_discarded_total{reason=\"malformed\"} 0.0")
        .contains("trunkline_traffic_events_total{event=\"overload\"} 0.0")
        .contains("trunkline_traffic_samples_total{quality=\"good\"} 0.0")
        .contains("trunkline_anomaly_alarms_budget 5.0")
        .contains("trunkline_anomaly_alarms_rate 0.5")
        .contains("trunkline_anomalies_listed_total 3.0")
        .contains("trunkline_baselines 40.0");
  }

  @Test
  void the_export_tells_what_waits_what_left_by_which_way_and_what_was_lost_why() {
    assertThat(metrics.ownMetrics())
        .contains("trunkline_telemetry_waiting{transport=\"grpc\"} 3.0")
        .contains("trunkline_telemetry_delivered_total{transport=\"files\"} 44.0")
        .contains("trunkline_telemetry_retried_total{transport=\"grpc\"} 2.0")
        .contains("trunkline_telemetry_lost_total{reason=\"dead_letter\"} 1.0")
        .contains("trunkline_telemetry_outbox_bytes 65536.0")
        .contains("trunkline_telemetry_accepted_total 44.0");
  }

  @Test
  void counters_of_interfaces_bear_the_labels_that_were_agreed() {
    assertThat(metrics.interfaceMetrics())
        .contains(
            "interface_if_hc_in_octets{device_id=\"7\",device_name=\"sw7\",if_index=\"3\","
                + "if_name=\"Gi0/\\\"3\\\"\",interface_id=\"7/Gi0/\\\"3\\\"\","
                + "interface_type=\"trunk\",is_critical=\"true\",isp_provider=\"\"} 1.0E12")
        .contains("# TYPE interface_if_hc_in_octets untyped")
        .containsPattern("interface_if_in_errors\\{[^}]*} 4\\.0");
  }

  @Test
  void a_counter_beyond_2_63_is_positive_and_one_that_is_not_told_is_left_out() {
    assertThat(metrics.interfaceMetrics())
        .containsPattern("interface_if_hc_out_octets\\{[^}]*} 1\\.8446744073709552E19")
        .doesNotContainPattern("interface_if_out_errors\\{[^}]*if_index=\"3\"");
  }

  @Test
  void the_page_lists_every_metric_with_its_help_and_no_other() throws IOException {
    Map<String, String> told =
        Pattern.compile(
                "(?m)^\\| `([a-z_]+?)(_total)?` \\| (?:gauge|counter|untyped) \\|(?:[^|]*\\|)?"
                    + " ([^|]+) \\|$")
            .matcher(Files.readString(Path.of("../docs/metrics.md")))
            .results()
            .collect(Collectors.toMap(m -> m.group(1), m -> m.group(3), (a, b) -> a, TreeMap::new));
    assertThat(told)
        .isEqualTo(
            Arrays.stream(MetricName.values())
                .collect(
                    Collectors.toMap(
                        MetricName::text, MetricName::help, (a, b) -> a, TreeMap::new)));
  }

  @Test
  void every_metric_is_given_out_somewhere() {
    String all = metrics.ownMetrics() + metrics.interfaceMetrics();
    for (MetricName name : MetricName.values()) {
      assertThat(all).contains(name.text());
    }
  }

  private static CounterReading reading(Counter outErrors) {
    return new CounterReading(
        Instant.EPOCH,
        1,
        2,
        new CounterReading.Direction(
            Counter.of64(1_000_000_000_000L), Counter.of64(5), Counter.of32(4), Counter.of32(3)),
        new CounterReading.Direction(
            Counter.of64(-1L), Counter.of64(6), outErrors, Counter.of32(2)),
        1_000_000_000,
        AdminStatus.UP,
        OperStatus.UP);
  }
}
