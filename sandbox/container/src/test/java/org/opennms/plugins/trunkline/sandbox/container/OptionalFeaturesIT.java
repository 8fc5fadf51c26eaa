package org.opennms.plugins.trunkline.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.opennms.plugins.trunkline.kafka.Broker;
import org.opennms.plugins.trunkline.kafka.TestCertificate;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/** The features that bring a transport to Kafka and a native signer, beside the base feature. */
@ParameterizedClass
@EnumSource
class OptionalFeaturesIT {
  private static final String KAFKA = Sandbox.FEATURE + "-kafka";
  private static final String CORRETTO = Sandbox.FEATURE + "-corretto";

  /** The host's setting {@code autoRefresh = false}, which a plain Karaf has not. */
  private static final String AS_THE_HOST = "--no-auto-refresh ";

  private static final String TRANSPORT = "org.opennms.plugins.trunkline.kafka.KafkaTransport";
  private static final String PASSWORD = "right-secret";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path directory;
  private static TestCertificate certificate;
  private static Broker broker;

  @Parameter KarafLine line;

  private String telemetryBefore;
  private Stopwatch taken;

  @BeforeAll
  static void start_a_broker() throws Exception {
    certificate = TestCertificate.make(directory, "broker");
    broker = new Broker(directory, certificate);
    broker.user("trunkline", PASSWORD);
  }

  @AfterAll
  static void stop_the_broker() {
    broker.close();
  }

  @BeforeEach
  void install_both() throws IOException {
    telemetryBefore = Files.readString(etc("telemetry.yaml"));
    Stopwatch watch = new Stopwatch();
    for (String part : List.of("kafka", "corretto")) {
      karaf().deploy(SandboxFiles.ofThisBuild().kar(part));
    }
    until("both KARs are known", () -> isListed(KAFKA) && isListed(CORRETTO));
    shell().expect("feature:install " + AS_THE_HOST + KAFKA + " " + CORRETTO);
    refresh();
    watch.tell(line, "optional features installed");
    taken = watch;
  }

  @AfterEach
  void leave_all_as_it_was() throws IOException {
    Files.writeString(etc("telemetry.yaml"), telemetryBefore);
    Files.deleteIfExists(etc("kafka.properties"));
    for (String feature : List.of(KAFKA, CORRETTO)) {
      shell().run("feature:uninstall " + feature);
    }
    // The native library and its thread last as long as the host.
    karaf().kill();
    karaf().start();
    trunkline().sandbox().awaitTrunkline();
    taken.tell(line, "optional features, from the installation to the end");
  }

  @Test
  void they_work_side_by_side_and_leave_nothing_when_they_are_uninstalled() throws IOException {
    Files.writeString(
        etc("telemetry.yaml"), "interval: 10s\nfiles: { directory: " + files() + " }\n");
    write("mistyped-secret", "telemetry", "none");
    until("Kafka refuses the password", () -> telemetry().contains("Authentication failed"));
    assertThat(telemetry()).contains("retrying", "sasl.jaas.config").doesNotContain("-secret");
    if (isForTheLibrary()) {
      assertThat(telemetry()).contains("by Corretto Crypto Provider");
    }

    write(PASSWORD, line.name(), compression());
    shell().expect("opennms-trunkline:telemetry-resume kafka");
    assertThat(broker.read(line.name(), 1)).isNotEmpty().allMatch(this::isOfItsDevice);
    assertThat(Traces.threadsNamed(karaf(), "kafka")).isNotEmpty();
    assertThat(Traces.loadersOf(karaf(), TRANSPORT)).isEqualTo(1);

    shell().expect("feature:uninstall " + AS_THE_HOST + KAFKA);
    assertThat(Traces.threadsNamed(karaf(), "kafka")).isEmpty();
    assertThat(shell().expect("service:list")).doesNotContain("TransportFactory");
    until("its classes are gone", () -> Traces.loadersOf(karaf(), TRANSPORT) == 0);
    until("files are written alone", () -> !telemetry().contains("kafka"));

    shell().expect("feature:uninstall " + AS_THE_HOST + CORRETTO);
    refresh();
    until("Bouncy Castle signs", () -> telemetry().contains("by Bouncy Castle"));
    assertThat(trunkline().karaf().log()).noneMatch(entry -> entry.contains("-secret"));
  }

  // As the documentation says: a fragment counts when its host is resolved again.
  private void refresh() throws IOException {
    shell().expect("bundle:refresh org.opennms.plugins.trunkline.plugin");
    trunkline().sandbox().awaitTrunkline();
  }

  private void write(String password, String topic, String compression) throws IOException {
    String login = "org.apache.kafka.common.security.scram.ScramLoginModule required";
    Path whole = etc("kafka.properties.part");
    Files.write(
        whole,
        List.of(
            "bootstrap.servers=" + broker.secureAddress(),
            "topic=" + topic,
            "compression.type=" + compression,
            "security.protocol=SASL_SSL",
            "ssl.truststore.type=PEM",
            "ssl.truststore.location=" + certificate.pem(),
            "sasl.mechanism=SCRAM-SHA-512",
            "sasl.jaas.config="
                + login
                + " username=\"trunkline\" password=\""
                + password
                + "\";"));
    Files.move(
        whole,
        etc("kafka.properties"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Those that bring native libraries. */
  private String compression() {
    return line == KarafLine.OLDEST ? "zstd" : "snappy";
  }

  private boolean isOfItsDevice(ConsumerRecord<String, byte[]> each) {
    try {
      UniversalEnvelope envelope = UniversalEnvelope.parseFrom(each.value());
      return envelope.getDeviceTelemetry().getDeviceId().equals(each.key());
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  private static boolean isForTheLibrary() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }

  private Path files() {
    return directory.resolve("files-" + line);
  }

  private boolean isListed(String feature) throws IOException {
    return shell().expect("feature:list --no-format").contains(feature);
  }

  private String telemetry() throws IOException {
    return shell().expect("opennms-trunkline:telemetry");
  }

  private Path etc(String name) {
    return karaf().etc().resolve("trunkline").resolve(name);
  }

  private void until(String what, Waiting.Question question) throws IOException {
    new Waiting(PATIENCE).until(what, question, () -> "See " + karaf().logFile());
  }

  private InstalledTrunkline trunkline() {
    return InstalledTrunkline.on(line);
  }

  private KarafContainer karaf() {
    return trunkline().karaf();
  }

  private KarafShell shell() {
    return trunkline().shell();
  }
}
