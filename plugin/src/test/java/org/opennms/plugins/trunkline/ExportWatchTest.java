package org.opennms.plugins.trunkline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.alert.Reading;

class ExportWatchTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private final List<Reading> judged = new ArrayList<>();
  private final ExportWatch watch = new ExportWatch(InstantSource.fixed(NOW));

  @Test
  void a_stall_and_its_end_are_judged_with_the_transport_named() {
    watch.to(judged::add);
    watch.stalled("grpc", "no connection");
    watch.recovered("grpc");

    assertThat(judged)
        .containsExactly(
            new Reading.Export(NOW, true, "grpc: no connection"),
            new Reading.Export(NOW, false, ""));
  }

  @Test
  void nobody_is_told_before_there_is_somebody() {
    watch.stalled("grpc", "no connection");

    assertThat(judged).isEmpty();
  }
}
