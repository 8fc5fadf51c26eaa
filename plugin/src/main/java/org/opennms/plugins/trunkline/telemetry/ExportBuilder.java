package org.opennms.plugins.trunkline.telemetry;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.telemetry.content.Drafts;
import org.opennms.plugins.trunkline.telemetry.content.Sender;
import org.opennms.plugins.trunkline.telemetry.file.FileSettings;
import org.opennms.plugins.trunkline.telemetry.file.FileTransport;
import org.opennms.plugins.trunkline.telemetry.grpc.GrpcSettings;
import org.opennms.plugins.trunkline.telemetry.grpc.GrpcTransport;
import org.opennms.plugins.trunkline.telemetry.keys.KeyLoader;
import org.opennms.plugins.trunkline.telemetry.keys.SigningKeys;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxSettings;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetryFile;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetrySettings;
import org.opennms.plugins.trunkline.telemetry.transport.Transport;
import org.opennms.plugins.trunkline.telemetry.transport.TransportFactory;

/** Makes an export of settings. One use. */
final class ExportBuilder {
  private static final int QUEUE = 4096;
  private static final String OUTBOX = "share/trunkline/telemetry";

  private final TelemetryPart.Needs needs;
  private final TelemetrySettings settings;
  private final InstantSource clock;

  ExportBuilder(TelemetryPart.Needs needs, TelemetrySettings settings, InstantSource clock) {
    this.needs = needs;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Starts the export; empty where nothing is configured to take envelopes.
   *
   * @throws IllegalArgumentException or a KeyFileException in words for the operator
   */
  Optional<Export> build() {
    if (isOff()) {
      return Optional.empty();
    }
    Path directory = outboxDirectory();
    SigningKeys keys =
        new SigningKeys(
            new KeyLoader(needs.etc(), needs.vault()),
            settings.key().source(),
            settings.key().password(),
            settings.key().overlap());
    List<Transport> transports = transports(keys);
    if (transports.isEmpty()) {
      return Optional.empty();
    }
    Drafts drafts = new Drafts(new Sender(settings.agent(), needs.version(), settings.mostBytes()));
    OutboxSettings outbox =
        new OutboxSettings(
            directory,
            settings.outbox().mostBytes(),
            settings.outbox().mostAge(),
            settings.outbox().overflow(),
            QUEUE);
    return Optional.of(new Export(drafts, keys, outbox, transports, clock, needs.threads()));
  }

  private boolean isOff() {
    return settings.grpc().endpoints().isEmpty()
        && settings.files().directory().isEmpty()
        && needs.factories().get().isEmpty();
  }

  private Path outboxDirectory() {
    String configured = settings.outbox().directory();
    Path directory =
        configured.isEmpty() ? needs.home().resolve(OUTBOX) : needs.etc().resolve(configured);
    Path plain = directory.toAbsolutePath().normalize();
    if (plain.startsWith(needs.data().toAbsolutePath().normalize())) {
      throw new IllegalArgumentException(
          TelemetryFile.NAME
              + ": outbox.directory: "
              + plain
              + " is below the container's data, which upgrades empty. Choose another.");
    }
    return plain;
  }

  private List<Transport> transports(SigningKeys keys) {
    List<Transport> transports = new ArrayList<>();
    TelemetrySettings.Grpc grpc = settings.grpc();
    if (!grpc.endpoints().isEmpty()) {
      transports.add(new GrpcTransport(grpcSettings(grpc), clock, needs.threads()));
    }
    TelemetrySettings.Files files = settings.files();
    if (!files.directory().isEmpty()) {
      FileSettings where =
          new FileSettings(
              needs.etc().resolve(files.directory()), files.mostBytes(), files.retention());
      transports.add(new FileTransport(where, settings.agent(), keys::current, clock));
    }
    for (TransportFactory factory : needs.factories().get()) {
      factory.open(needs.etc()).ifPresent(transports::add);
    }
    return transports;
  }

  private GrpcSettings grpcSettings(TelemetrySettings.Grpc grpc) {
    return new GrpcSettings(
        grpc.endpoints(),
        needs.etc().resolve(grpc.authorities()),
        needs.etc().resolve(grpc.certificate()),
        needs.etc().resolve(grpc.privateKey()),
        grpc.inFlight(),
        grpc.rate(),
        grpc.deadline(),
        grpc.serverName());
  }
}
