package org.opennms.plugins.trunkline.snmp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.LongSupplier;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SNMPv3 engine that we are when we send traps (RFC 3411 section 5, RFC 3414 section 2.2): an
 * id of our own, made once, and boots that count up with every start, both kept. Thread-safe.
 */
public final class OwnEngine {
  private static final Logger LOG = LoggerFactory.getLogger(OwnEngine.class);
  private static final ObjectMapper JSON = Formats.json().build();
  private static final String KEY = "engine";
  private static final String HEXADECIMAL = "([0-9a-f]{2}){5,32}";

  /** The first bit, then OpenNMS's enterprise number, then the format "octets". */
  private static final int ENTERPRISE = 0x80000000 | 5813;

  private static final byte OCTETS = 5;
  private static final int OWN_OCTETS = 12;

  private final StateStore store;
  private final LongSupplier nanoTime;
  private Running running;

  /** As it is stored. */
  record Kept(String engineId, int boots) {}

  /** Who we are since the last start. */
  static final class Running {
    private final byte[] id;
    private final int boots;
    private final long since;

    Running(byte[] id, int boots, long since) {
      this.id = id.clone();
      this.boots = boots;
      this.since = since;
    }

    /** What is told of us at this time of a monotonic clock, ns. */
    UsmPeer peer(long now) {
      return new UsmPeer(id.clone(), boots, (int) ((now - since) / 1_000_000_000L));
    }
  }

  /**
   * Reads nothing yet.
   *
   * @param store keeps id and boots
   */
  public OwnEngine(StateStore store) {
    this(store, System::nanoTime);
  }

  OwnEngine(StateStore store, LongSupplier nanoTime) {
    this.store = store;
    this.nanoTime = nanoTime;
  }

  /**
   * Who we are. The first call counts the boots up and writes them before anything is sent with
   * them; it blocks on the store.
   *
   * @throws org.opennms.plugins.trunkline.inventory.HostAbsentException when the store does not
   *     answer; a later call tries again
   */
  synchronized Running start() {
    if (running == null) {
      Kept before = read(store.all().get(KEY));
      // At its end the counter stays, and the engine needs another id (RFC 3414 section 2.2.2).
      boolean fresh = before == null || before.boots() >= Integer.MAX_VALUE - 1;
      Kept now = fresh ? new Kept(freshId(), 1) : new Kept(before.engineId(), before.boots() + 1);
      store.put(KEY, json(now));
      byte[] id = HexFormat.of().parseHex(now.engineId());
      running = new Running(id, now.boots(), nanoTime.getAsLong());
    }
    return running;
  }

  private static Kept read(String json) {
    if (json == null) {
      return null;
    }
    try {
      Kept kept = JSON.readValue(json, Kept.class);
      if (kept.engineId() != null && kept.engineId().matches(HEXADECIMAL) && kept.boots() >= 0) {
        return kept;
      }
    } catch (JsonProcessingException e) {
      LOG.debug("The stored SNMP engine is no JSON", e);
    }
    LOG.warn("The stored SNMP engine id cannot be read; a new one is made: {}", json);
    return null;
  }

  private static String json(Kept kept) {
    try {
      return JSON.writeValueAsString(kept);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of text and number is always JSON", e);
    }
  }

  private static String freshId() {
    byte[] own = new byte[OWN_OCTETS];
    new SecureRandom().nextBytes(own);
    ByteBuffer id = ByteBuffer.allocate(Integer.BYTES + 1 + OWN_OCTETS);
    return HexFormat.of().formatHex(id.putInt(ENTERPRISE).put(OCTETS).put(own).array());
  }
}
