package org.opennms.plugins.trunkline.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.integration.api.v1.runtime.Container;
import org.opennms.plugins.trunkline.sandbox.host.events.RecordingListener;
import org.opennms.plugins.trunkline.sandbox.host.runtime.SandboxRuntimeInfo;
import org.opennms.plugins.trunkline.sandbox.host.runtime.SandboxRuntimeInfo.HostVersion;
import org.opennms.plugins.trunkline.sandbox.host.storage.DatabaseSettings;
import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;
import org.opennms.plugins.trunkline.sandbox.host.storage.TestDatabases;

class SandboxHostTest {

  private static final String ADDED = "uei.opennms.org/nodes/nodeAdded";
  private static final String DELETED = "uei.opennms.org/nodes/nodeDeleted";
  private static final String SCANNED = "uei.opennms.org/internal/provisiond/nodeScanCompleted";

  private final DatabaseSettings database = TestDatabases.fresh(Dialect.H2);
  @TempDir private Path directory;

  @Test
  void nodes_that_come_and_go_are_announced() throws IOException {
    try (SandboxHost host = host()) {
      RecordingListener listener = new RecordingListener("l");
      host.bus().addEventListener(listener, List.of("uei.opennms.org/"));

      write("{\"label\":\"a\"}");
      host.refreshNodes();
      await().until(() -> listener.ueis().equals(List.of(ADDED, SCANNED)));
      assertThat(listener.received().get(0).getNodeId()).isEqualTo(1);
      write();
      host.refreshNodes();

      await().until(() -> listener.ueis().equals(List.of(ADDED, SCANNED, DELETED)));
      assertThat(listener.received().get(2).getParameterValue("nodelabel")).contains("a");
      assertThat(host.events().newest(1).get(0).logMessage()).isEqualTo("Node a was deleted.");
    }
  }

  @Test
  void nodes_are_there_when_the_host_is_up_and_not_announced_again() throws IOException {
    write("{\"label\":\"a\"}");
    host().close();
    try (SandboxHost host = host()) {
      assertThat(host.nodes().nodes()).hasSize(1);
      assertThat(host.events().newest(10)).hasSize(2);
    }
  }

  @Test
  void closing_ends_every_thread() {
    Set<Long> before = threads();
    SandboxHost host = host();
    host.keyValueStore().putAsync("k", "1", "c").join();
    host.eventd().sendSync(Events.event("uei/x", "Gi0/1"));
    host.bus().addEventListener(new RecordingListener("l"));
    host.eventd().sendSync(Events.event("uei/x", "Gi0/1"));

    host.close();

    await().until(() -> before.containsAll(threads()));
  }

  @Test
  void it_says_that_it_is_a_core_of_its_version() {
    SandboxRuntimeInfo info = new SandboxRuntimeInfo(HostVersion.parse("33.0.9"));

    assertThat(info.getContainer()).isEqualTo(Container.OPENNMS);
    assertThat(info.isMeridian()).isFalse();
    assertThat(info.getSystemLocation()).isEqualTo("Default");
    assertThat(info.getVersion()).isGreaterThan(HostVersion.parse("33.0.8"));
    assertThat(info.getVersion()).isGreaterThan(HostVersion.parse("33.0.9-SNAPSHOT"));
    assertThat(info.getVersion()).isLessThan(HostVersion.parse("34.0.0"));
  }

  @Test
  void the_feature_file_names_real_versions() throws IOException {
    String features = Files.readString(Path.of("target/feature/features.xml"));

    assertThat(features)
        .doesNotContain("${")
        .contains("mvn:org.opennms.integration.api/api/1.6.1")
        .contains("trunkline-sandbox-host/");
  }

  private SandboxHost host() {
    return TestHosts.start(database, directory, new MovableClock());
  }

  private void write(String... nodes) throws IOException {
    Files.writeString(
        directory.resolve("nodes.json"), "{\"nodes\":[" + String.join(",", nodes) + "]}");
  }

  private static Set<Long> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("sandbox"))
        .map(Thread::getId)
        .collect(Collectors.toSet());
  }
}
