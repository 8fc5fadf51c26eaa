package org.opennms.plugins.trunkline.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.TrunklineConfig.HostAccess;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.traffic.MetricArchive;

/**
 * What the host has collected, through its {@code resources} and {@code measurements} REST. Which
 * resources a node has is kept for an hour. Blocks on the host; thread-safe.
 */
public final class HostMeasurements implements MetricArchive, AutoCloseable {
  private static final ObjectMapper MAPPER = Formats.json().build();
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int INTERFACES = 20;
  private static final long STEP_MILLIS = 300_000;

  private final HostRest rest;
  private final InstantSource clock;
  private final Map<Integer, Kept> resources = new ConcurrentHashMap<>();

  private record Kept(NodeResources of, Instant until) {}

  private record Asked(NetworkInterface of, NodeResources.Resource resource) {}

  /** Over the host's REST interface, as configured at each call. */
  public HostMeasurements(Supplier<HostAccess> access, SecretVault vault, InstantSource clock) {
    this.rest = new HostRest(access, vault);
    this.clock = clock;
  }

  @Override
  public boolean isConfigured() {
    return rest.isConfigured();
  }

  @Override
  public Answer read(Device device, List<NetworkInterface> of, Instant from, Instant to) {
    try {
      NodeResources known = resources(device.nodeId());
      List<Asked> asked = new ArrayList<>();
      of.forEach(each -> known.find(each).ifPresent(r -> asked.add(new Asked(each, r))));
      Map<InterfaceKey, Series> series = new HashMap<>();
      for (int at = 0; at < asked.size(); at += INTERFACES) {
        List<Asked> some = asked.subList(at, Math.min(asked.size(), at + INTERFACES));
        ask(device, some, from, to, series);
      }
      return new Answer.Stored(series);
    } catch (IOException e) {
      return new Answer.Unavailable(e.getMessage());
    }
  }

  /** Breaks off what is under way. */
  @Override
  public void close() {
    rest.close();
  }

  private NodeResources resources(int nodeId) throws IOException {
    Instant now = clock.instant();
    Kept kept = resources.get(nodeId);
    if (kept == null || !now.isBefore(kept.until())) {
      NodeResources read =
          rest.get("/resources/fornode/" + nodeId, json -> MAPPER.readTree(json))
              .map(NodeResources::of)
              .orElse(new NodeResources(List.of()));
      resources.values().removeIf(old -> !now.isBefore(old.until()));
      kept = new Kept(read, now.plus(KEPT));
      resources.put(nodeId, kept);
    }
    return kept.of();
  }

  // One resource or attribute that is gone fails the whole question, so each is asked for alone.
  private void ask(
      Device device, List<Asked> asked, Instant from, Instant to, Map<InterfaceKey, Series> series)
      throws IOException {
    Optional<MeasurementsAnswer> answer =
        rest.post("/measurements", question(asked, from, to), MeasurementsAnswer::read);
    if (answer.isPresent()) {
      for (int i = 0; i < asked.size(); i++) {
        series.put(asked.get(i).of().key(), series(answer.get(), i));
      }
      return;
    }
    resources.remove(device.nodeId());
    if (asked.size() > 1) {
      for (Asked each : asked) {
        ask(device, List.of(each), from, to, series);
      }
    }
  }

  private static byte[] question(List<Asked> asked, Instant from, Instant to) throws IOException {
    ObjectNode question = MAPPER.createObjectNode();
    question.put("start", from.toEpochMilli());
    question.put("end", to.toEpochMilli());
    question.put("step", STEP_MILLIS);
    question.put("maxrows", 0);
    ArrayNode sources = question.putArray("source");
    for (int i = 0; i < asked.size(); i++) {
      NodeResources.Resource resource = asked.get(i).resource();
      int position = i;
      resource
          .attributes()
          .forEach(
              (metric, attribute) ->
                  sources
                      .addObject()
                      .put("aggregation", "AVERAGE")
                      .put("attribute", attribute)
                      .put("label", label(position, metric))
                      .put("resourceId", resource.id())
                      .put("transient", "false"));
    }
    return MAPPER.writeValueAsBytes((JsonNode) question);
  }

  private static Series series(MeasurementsAnswer answer, int position) throws IOException {
    Map<Metric, double[]> values = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      double[] column = answer.columns().get(label(position, metric));
      if (column != null) {
        values.put(metric, column);
      }
    }
    if (answer.stepMillis() <= 0) {
      throw new IOException("the host's measurements come without a step");
    }
    return new Series(answer.timestamps(), answer.stepMillis(), values);
  }

  // Labels are variables of the host's expressions: letters and digits only.
  private static String label(int position, Metric metric) {
    return "i" + position + metric.name().replace("_", "");
  }
}
