package org.opennms.plugins.trunkline.sandbox.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What the build lays out for the sandbox, most of it in this module's target directory.
 *
 * @param directory the target directory
 * @param version Trunkline's version
 * @param oldestKaraf version of the oldest Karaf that Trunkline supports
 * @param newestKaraf version of the newest one
 */
public record SandboxFiles(Path directory, String version, String oldestKaraf, String newestKaraf) {

  private static final String PROPERTIES = "/trunkline-sandbox.properties";

  /** The files beside the jar or the directory of classes that this class was loaded from. */
  public static SandboxFiles ofThisBuild() {
    Properties properties = new Properties();
    try (InputStream in = SandboxFiles.class.getResourceAsStream(PROPERTIES)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SandboxFiles(
        Path.of(location()).getParent(),
        properties.getProperty("version"),
        properties.getProperty("karaf.oldest"),
        properties.getProperty("karaf.newest"));
  }

  private static URI location() {
    try {
      return SandboxFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The distribution of a Karaf version. */
  public Path distribution(String karafVersion) {
    return directory.resolve("apache-karaf-" + karafVersion + ".tar.gz");
  }

  /** What the host brings, laid out as Karaf's {@code system} directory. */
  public Path systemRepository() {
    return directory.resolve("system");
  }

  /** The file that operators install. */
  public Path kar() {
    return directory.resolve("opennms-trunkline-plugin.kar");
  }

  /** The file of an optional part, {@code kafka} for example. */
  public Path kar(String part) {
    return directory.resolve("opennms-trunkline-" + part + ".kar");
  }

  /** The simulated network as an executable jar, where its own module's build leaves it. */
  public Path network() {
    return directory.resolve("../../network/target/trunkline-sandbox-network-all.jar").normalize();
  }

  /** URL of the feature file of the stand-in for the host. */
  public String hostFeatures() {
    return "mvn:org.opennms.plugins.trunkline/trunkline-sandbox-host/" + version + "/xml/features";
  }
}
