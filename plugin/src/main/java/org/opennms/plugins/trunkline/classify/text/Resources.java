package org.opennms.plugins.trunkline.classify.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads texts that are part of the bundle. Stateless. */
public final class Resources {
  private Resources() {}

  /**
   * A UTF-8 text beside a class.
   *
   * @throws IllegalStateException when the bundle was built without it
   */
  public static String text(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the bundle");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
