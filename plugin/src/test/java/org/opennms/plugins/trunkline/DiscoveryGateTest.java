package org.opennms.plugins.trunkline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.operations.DiscoveryControl;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.OperationException;

class DiscoveryGateTest {

  private final AtomicBoolean read = new AtomicBoolean();
  private final Calls calls = new Calls();
  private final DiscoveryControl gate = new DiscoveryGate(calls, read::get);

  @Test
  void nobody_discovers_before_what_was_known_is_read_and_is_told_to_try_again() {
    assertThatExceptionOfType(OperationException.class)
        .isThrownBy(gate::discoverAll)
        .withMessageContaining("not yet read")
        .satisfies(e -> assertThat(e.remedy()).contains("Try again"));
    assertThatExceptionOfType(OperationException.class).isThrownBy(() -> gate.discover("fra-er1"));
    assertThat(calls.made).isEmpty();
  }

  @Test
  void afterwards_everything_passes() {
    read.set(true);

    gate.discoverAll();
    gate.discover("fra-er1");

    assertThat(calls.made).containsExactly("all", "fra-er1");
  }

  @Test
  void runs_are_shown_and_cancelled_at_any_time() {
    gate.runs();
    gate.run("1");
    gate.cancel("2");

    assertThat(calls.made).containsExactly("runs", "run 1", "cancel 2");
  }

  private static final class Calls implements DiscoveryControl {
    final List<String> made = new ArrayList<>();

    @Override
    public DiscoveryRun discoverAll() {
      made.add("all");
      return null;
    }

    @Override
    public Optional<DiscoveryRun> discover(String node) {
      made.add(node);
      return Optional.empty();
    }

    @Override
    public Optional<DiscoveryRun> run(String id) {
      made.add("run " + id);
      return Optional.empty();
    }

    @Override
    public List<DiscoveryRun> runs() {
      made.add("runs");
      return List.of();
    }

    @Override
    public boolean cancel(String id) {
      made.add("cancel " + id);
      return true;
    }
  }
}
