package org.opennms.plugins.trunkline.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery.Delivered;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery.Later;
import org.opennms.plugins.trunkline.telemetry.transport.Outgoing;
import org.opennms.plugins.trunkline.telemetry.transport.Transport;

/** TLS and SASL against a real broker, with the properties as the documentation gives them. */
class KafkaSecurityTest {
  private static final String RIGHT = "scram-secret-1";
  private static final String WRONG = "mistyped-secret-2";
  private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
  private static final PrintStream ERRORS = System.err;
  private static final ByteArrayOutputStream LOGGED = new ByteArrayOutputStream();

  @TempDir private static Path home;
  private static TestCertificate certificate;
  private static TestCertificate other;
  private static Broker broker;

  @TempDir private Path etc;
  private final List<String> said = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    System.setErr(new PrintStream(LOGGED, true, UTF_8));
    certificate = TestCertificate.make(home, "broker");
    other = TestCertificate.make(home, "other");
    broker = new Broker(home, certificate);
    broker.user("trunkline", RIGHT);
  }

  @AfterAll
  static void stop() {
    broker.close();
    System.setErr(ERRORS);
  }

  @AfterEach
  void no_secret_was_told() {
    assertThat(said).isNotEmpty().noneMatch(line -> line.contains("secret"));
    // The broker of this test logs in the same place, but never a client's password.
    assertThat(LOGGED.toString(UTF_8)).doesNotContain(RIGHT, WRONG);
  }

  @Test
  void envelopes_are_delivered_over_tls_with_scram() throws Exception {
    write(scram(RIGHT, "scram"));
    try (Transport transport = open()) {
      assertThat(deliver(transport)).isInstanceOf(Delivered.class);
    }
    assertThat(broker.read("scram", 1)).extracting(r -> r.key()).containsExactly("device");
  }

  @Test
  void envelopes_are_delivered_over_tls_with_a_plain_password() throws Exception {
    String login = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    write(
        secured("plain"),
        "sasl.mechanism=PLAIN",
        "sasl.jaas.config=" + login + " username=\"plain\" password=\"plain-secret\";");
    try (Transport transport = open()) {
      assertThat(deliver(transport)).isInstanceOf(Delivered.class);
    }
    assertThat(broker.read("plain", 1)).hasSize(1);
  }

  @Test
  void a_wrong_password_is_told_with_the_remedy_and_what_waits_goes_when_it_is_corrected()
      throws Exception {
    write(scram(WRONG, "password"));
    try (Transport transport = open()) {
      assertThat(why(transport))
          .startsWith(broker.secureAddress() + ", topic password: ")
          .contains("Authentication failed", "sasl.jaas.config");
      assertThat(why(transport)).contains("Authentication failed");
      write(scram(RIGHT, "password"));
      assertThat(deliver(transport)).isInstanceOf(Delivered.class);
    }
  }

  @Test
  void a_wrong_password_that_the_brokers_are_taught_is_right_without_an_edit() throws Exception {
    broker.user("late", RIGHT);
    write(scram(WRONG, "late").replace("\"trunkline\"", "\"late\""));
    try (Transport transport = open()) {
      assertThat(why(transport)).contains("Authentication failed");
      broker.user("late", WRONG);
      assertThat(deliver(transport)).isInstanceOf(Delivered.class);
    }
  }

  @Test
  void an_unknown_authority_is_told_and_a_new_file_of_authorities_counts_without_an_edit()
      throws Exception {
    write(scram(RIGHT, "authority").replace(certificate.pem().toString(), "tls/kafka.pem"));
    Path authorities = etc.resolve("tls/kafka.pem");
    Files.createDirectory(authorities.getParent());
    other.export(authorities);
    try (Transport transport = open()) {
      assertThat(why(transport)).contains("PKIX path building failed", "ssl.truststore.location");
      certificate.export(authorities);
      Files.writeString(authorities, Files.readString(authorities) + "\n");
      assertThat(deliver(transport)).isInstanceOf(Delivered.class);
    }
  }

  @Test
  void a_plain_client_at_the_door_for_tls_is_told_where_to_look() throws Exception {
    write("bootstrap.servers=" + broker.secureAddress(), "topic=lost", "max.block.ms=1000");
    try (Transport transport = open()) {
      assertThat(why(transport)).contains("bootstrap.servers and security.protocol");
    }
  }

  @Test
  void a_login_that_cannot_be_read_is_told_and_can_be_mended() throws Exception {
    write(scram(WRONG, "mended").replace(";", ""));
    try (Transport transport = open()) {
      assertThat(why(transport)).contains("JAAS config");
      write(scram(RIGHT, "mended"));
      assertThat(deliver(transport)).isInstanceOf(Delivered.class);
    }
  }

  private static String scram(String password, String topic) {
    return String.join(
        "\n",
        secured(topic),
        "sasl.mechanism=SCRAM-SHA-512",
        "sasl.jaas.config="
            + SCRAM
            + " required username=\"trunkline\" password=\""
            + password
            + "\";");
  }

  private static String secured(String topic) {
    return String.join(
        "\n",
        "bootstrap.servers=" + broker.secureAddress(),
        "topic=" + topic,
        "security.protocol=SASL_SSL",
        "ssl.truststore.type=PEM",
        "ssl.truststore.location=" + certificate.pem());
  }

  private void write(String... lines) throws Exception {
    Files.writeString(etc.resolve("kafka.properties"), String.join("\n", lines) + "\n");
  }

  private Transport open() {
    return new KafkaTransportFactory().open(etc).orElseThrow();
  }

  private String why(Transport transport) {
    Delivery outcome = send(transport);
    assertThat(outcome).isInstanceOf(Later.class);
    return ((Later) outcome).why();
  }

  // As the export does: what comes later is sent again.
  private Delivery deliver(Transport transport) {
    Delivery outcome = send(transport);
    for (int i = 0; i < 60 && outcome instanceof Later; i++) {
      outcome = send(transport);
    }
    return outcome;
  }

  private Delivery send(Transport transport) {
    transport.flush();
    Outgoing envelope = new Outgoing(1, "device", "envelope".getBytes(UTF_8));
    Delivery outcome =
        transport.send(envelope).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    said.add(transport.detail());
    said.add(outcome.toString());
    return outcome;
  }
}
