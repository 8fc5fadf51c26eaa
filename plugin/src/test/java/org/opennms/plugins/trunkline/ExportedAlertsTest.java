package org.opennms.plugins.trunkline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.alert.AlarmSender;
import org.opennms.plugins.trunkline.alert.HostAlarm;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.SampleAlerts;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.telemetry.DeviceCollection;
import org.opennms.plugins.trunkline.telemetry.StatusChange;
import org.opennms.plugins.trunkline.telemetry.TelemetryAlarm;
import org.opennms.plugins.trunkline.telemetry.TelemetrySink;

class ExportedAlertsTest {
  private final List<TelemetryAlarm> exported = new ArrayList<>();
  private final List<TelemetryAlarm> withoutDevice = new ArrayList<>();
  private final Host host = new Host();
  private final ExportedAlerts alerts =
      new ExportedAlerts(host, new Exporter(), ExportedAlertsTest::known);

  @Test
  void what_the_host_took_is_exported_from_its_opening_to_its_clearing() {
    assertThat(alerts.send(SampleAlerts.DOWN)).isTrue();
    assertThat(alerts.send(SampleAlerts.OVER)).isTrue();

    assertThat(exported).extracting(TelemetryAlarm::id).containsExactly("12", "11");
    assertThat(exported.get(0).cleared()).isEmpty();
    assertThat(exported.get(1).cleared()).isPresent();
    assertThat(exported.get(0).kind()).isEqualTo("THRESHOLD");
    assertThat(exported.get(0).severity()).isEqualTo("CRITICAL");
    assertThat(exported.get(0).tags()).contains("rule=" + SampleAlerts.DOWN.rule());
  }

  @Test
  void what_the_host_did_not_take_is_not_exported_yet() {
    host.away = true;

    assertThat(alerts.send(SampleAlerts.DOWN)).isFalse();
    assertThat(exported).isEmpty();
  }

  @Test
  void what_is_about_no_node_is_exported_without_a_device() {
    assertThat(alerts.send(SampleAlerts.STALLED)).isTrue();
    assertThat(exported).isEmpty();
    assertThat(withoutDevice)
        .extracting(TelemetryAlarm::name)
        .containsExactly(SampleAlerts.STALLED.rule());
  }

  private static Optional<Known> known(NodeKey node) {
    return Optional.of(new Known(SampleNetwork.EDGE, DeviceFacts.UNKNOWN, List.of()));
  }

  private static final class Host implements AlarmSender {
    boolean away;

    @Override
    public boolean send(Alert alert) {
      return !away;
    }

    @Override
    public boolean resolve(HostAlarm orphan) {
      return !away;
    }

    @Override
    public boolean heldBack(HeldBack what) {
      return !away;
    }
  }

  private final class Exporter implements TelemetrySink {
    @Override
    public void collected(DeviceCollection collection) {
      throw new AssertionError("alerts are no collection");
    }

    @Override
    public void alarm(Device device, DeviceFacts facts, TelemetryAlarm alarm) {
      exported.add(alarm);
    }

    @Override
    public void alarm(TelemetryAlarm alarm) {
      withoutDevice.add(alarm);
    }

    @Override
    public void changed(Device device, DeviceFacts facts, StatusChange change) {
      throw new AssertionError("alerts are no change of status");
    }
  }
}
