package org.opennms.plugins.trunkline.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
  private static final KafkaSettings SETTINGS =
      new KafkaSettings(
          Map.of(
              "bootstrap.servers",
              "kafka.example.net:9093",
              "ssl.key.password",
              "key-word",
              "ssl.truststore.password",
              "key-word-and-more",
              "sasl.jaas.config",
              "Module required username=\"horizon\" password=\"quo;ted\" clientSecret=bare;"),
          "telemetry",
          "",
          "");

  @Test
  void secrets_of_all_kinds_are_hidden_and_the_rest_is_not() {
    assertThat(
            SETTINGS.masked(
                "kafka.example.net horizon (key-word) (key-word-and-more) (quo;ted) (bare)"))
        .isEqualTo("kafka.example.net horizon ([hidden]) ([hidden]) ([hidden]) ([hidden])");
  }

  @Test
  void as_text_they_are_the_place_alone() {
    assertThat(SETTINGS).hasToString("kafka.example.net:9093, topic telemetry");
  }
}
