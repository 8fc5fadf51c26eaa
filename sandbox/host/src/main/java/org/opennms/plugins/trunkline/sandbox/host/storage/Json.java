package org.opennms.plugins.trunkline.sandbox.host.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;

/** JSON for the sandbox's own tables and files; unknown keys are ignored. */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Json() {}

  /** Renders a value. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not writable as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Parses text that {@link #write} rendered. */
  public static <T> T read(String text, TypeReference<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new StorageException("Stored JSON is damaged: " + e.getOriginalMessage(), e);
    }
  }

  /** Reads a whole file; the value is never null. */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    T value = MAPPER.readValue(file.toFile(), type);
    if (value == null) {
      throw new IOException(file + " holds nothing");
    }
    return value;
  }
}
