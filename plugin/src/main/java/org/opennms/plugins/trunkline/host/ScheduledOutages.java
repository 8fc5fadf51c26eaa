package org.opennms.plugins.trunkline.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.TrunklineConfig.HostAccess;
import org.opennms.plugins.trunkline.model.Device;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's scheduled outages, from its REST ({@code sched-outages}), which needs the user that
 * stored metrics need, too; without one there are none. What was read last is believed until it can
 * be read again. {@link #refresh} blocks as the host does; the rest answers from memory.
 * Thread-safe.
 */
public final class ScheduledOutages implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduledOutages.class);
  private static final ObjectMapper JSON = Formats.json().build();
  private static final String PATH = "/sched-outages";

  private final HostRest rest;
  private final ZoneId zone;
  private volatile List<HostOutage> outages = List.of();
  private volatile boolean failing;

  /**
   * Knows none until {@link #refresh}.
   *
   * @param zone the host's, in whose civil time outages are written
   */
  public ScheduledOutages(Supplier<HostAccess> access, SecretVault vault, ZoneId zone) {
    this.rest = new HostRest(access, vault);
    this.zone = zone;
  }

  /** Reads them anew. To be called every minute. */
  public void refresh() {
    if (!rest.isConfigured()) {
      outages = List.of();
      return;
    }
    try {
      Optional<JsonNode> answer = rest.get(PATH, JSON::readTree);
      outages = answer.map(HostOutage::list).orElse(List.of());
      failing = false;
    } catch (IOException e) {
      if (!failing) {
        LOG.warn(
            "The host's scheduled outages cannot be read, {} known ones stay in force: {}",
            outages.size(),
            e.getMessage());
      }
      failing = true;
    }
  }

  /** The name of an outage that a node is in; empty where it is in none. */
  public Optional<String> of(Device device, Instant now) {
    return outages.stream()
        .filter(o -> o.covers(device, now, zone))
        .map(HostOutage::name)
        .findFirst();
  }

  @Override
  public void close() {
    rest.close();
  }
}
