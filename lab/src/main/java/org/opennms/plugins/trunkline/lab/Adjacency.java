package org.opennms.plugins.trunkline.lab;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * That a device hears a neighbour, as in scenario files.
 *
 * @param protocol lower case
 * @param sourceDevice who hears it
 * @param sourcePort on which port
 * @param targetDevice whom
 * @param targetPort from which port, as announced
 */
record Adjacency(
    @JsonProperty("protocol") String protocol,
    @JsonProperty("source_device") String sourceDevice,
    @JsonProperty("source_port") String sourcePort,
    @JsonProperty("target_device") String targetDevice,
    @JsonProperty("target_port") String targetPort) {
  static Adjacency read(JsonNode node) {
    return new Adjacency(
        node.path("protocol").asText().toLowerCase(Locale.ROOT),
        node.path("source_device").asText(),
        node.path("source_port").asText(),
        node.path("target_device").asText(),
        node.path("target_port").asText());
  }
}
