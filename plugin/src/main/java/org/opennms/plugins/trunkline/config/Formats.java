package org.opennms.plugins.trunkline.config;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.TSFBuilder;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * JSON, YAML and CSV without buffers in thread locals. Jackson's default leaves one on each thread
 * that reads or writes; on a host's thread it would hold our class loader after the bundle has
 * gone. Thread-safe.
 */
public final class Formats {
  private static final int MOST_BUFFERS = 16;
  private static final RecyclerPool<BufferRecycler> BUFFERS =
      JsonRecyclerPools.newBoundedPool(MOST_BUFFERS);

  private Formats() {}

  /** A JSON mapper to configure further. */
  public static JsonMapper.Builder json() {
    return JsonMapper.builder(pooled(new JsonFactoryBuilder()).build());
  }

  /** What reads and writes YAML. */
  public static YAMLFactory yaml() {
    return pooled(YAMLFactory.builder()).build();
  }

  /** What reads and writes CSV. */
  public static CsvMapper csv() {
    return new CsvMapper(pooled(CsvFactory.builder()).build());
  }

  private static <B extends TSFBuilder<?, B>> B pooled(B builder) {
    return builder.recyclerPool(BUFFERS);
  }
}
