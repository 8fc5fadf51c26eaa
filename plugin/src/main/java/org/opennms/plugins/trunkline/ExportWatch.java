package org.opennms.plugins.trunkline;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.opennms.plugins.trunkline.alert.Reading;
import org.opennms.plugins.trunkline.telemetry.TelemetryWatch;

/** Has an alert raised when the export stalls. Thread-safe; tells nobody before {@link #to}. */
final class ExportWatch implements TelemetryWatch {
  private final InstantSource clock;
  private volatile Consumer<Reading> judge = reading -> {};

  ExportWatch(InstantSource clock) {
    this.clock = clock;
  }

  void to(Consumer<Reading> now) {
    judge = now;
  }

  @Override
  public void stalled(String transport, String detail) {
    judge.accept(new Reading.Export(clock.instant(), true, transport + ": " + detail));
  }

  @Override
  public void recovered(String transport) {
    judge.accept(new Reading.Export(clock.instant(), false, ""));
  }
}
