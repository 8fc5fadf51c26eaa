package org.opennms.plugins.trunkline.sandbox.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The directory of one Karaf: unpacks the distribution and configures it for an unattended, local,
 * offline life.
 */
final class KarafHome {

  private static final String FEATURES_CFG = "org.apache.karaf.features.cfg";

  private final KarafSettings settings;

  KarafHome(KarafSettings settings) {
    this.settings = settings;
  }

  Path path() {
    return settings.home();
  }

  Path etc() {
    return path().resolve("etc");
  }

  /** Makes the directory anew. */
  void prepare() throws IOException {
    delete(path());
    Files.createDirectories(path());
    unpack();
    copy(settings.systemRepository(), path().resolve("system"));
    configure();
  }

  private void unpack() throws IOException {
    List<String> command =
        List.of(
            "tar",
            "-xzf",
            settings.distribution().toString(),
            "--strip-components=1",
            "-C",
            path().toString());
    Process tar = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(tar.getInputStream().readAllBytes(), UTF_8);
    try {
      if (tar.waitFor() != 0) {
        throw new IOException("Cannot unpack " + settings.distribution() + ": " + output.strip());
      }
    } catch (InterruptedException e) {
      tar.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while unpacking " + settings.distribution(), e);
    }
  }

  private void configure() throws IOException {
    users();
    listeners();
    repositories();
    features();
    for (Map.Entry<String, Map<String, String>> file : settings.configuration().entrySet()) {
      ConfigFile.set(etc().resolve(file.getKey()), file.getValue());
    }
  }

  private void users() throws IOException {
    Credentials admin = KarafSettings.ADMIN;
    ConfigFile.set(
        etc().resolve("users.properties"),
        Map.of(
            admin.user(),
            admin.password() + ",_g_:admingroup",
            "_g_\\:admingroup",
            "group,admin,manager,viewer,systembundles,ssh"));
  }

  private void listeners() throws IOException {
    KarafPorts ports = settings.ports();
    ConfigFile.set(
        etc().resolve("org.apache.karaf.shell.cfg"),
        Map.of("sshHost", "127.0.0.1", "sshPort", String.valueOf(ports.ssh())));
    ConfigFile.set(
        etc().resolve("org.apache.karaf.management.cfg"),
        Map.of(
            "rmiRegistryHost",
            "127.0.0.1",
            "rmiServerHost",
            "127.0.0.1",
            "rmiRegistryPort",
            String.valueOf(ports.rmiRegistry()),
            "rmiServerPort",
            String.valueOf(ports.rmiServer())));
    ConfigFile.set(
        etc().resolve("org.apache.felix.http.cfg"),
        Map.of(
            "org.apache.felix.http.host",
            "127.0.0.1",
            "org.osgi.service.http.port",
            String.valueOf(ports.http()),
            "org.apache.felix.http.context_path",
            "/opennms"));
  }

  /**
   * As on a host without a way to the Internet: only what lies in {@code system}, and the KARs that
   * are deployed.
   */
  private void repositories() throws IOException {
    String prefix = "org.ops4j.pax.url.mvn.";
    ConfigFile.set(
        etc().resolve("org.ops4j.pax.url.mvn.cfg"),
        Map.of(
            prefix + "repositories",
            "",
            prefix + "useFallbackRepositories",
            "false",
            prefix + "localRepository",
            path().resolve("no-local-repository").toString(),
            prefix + "settings",
            path().resolve("no-settings.xml").toString()));
  }

  private void features() throws IOException {
    Path file = etc().resolve(FEATURES_CFG);
    Properties original = new Properties();
    try (var in = Files.newInputStream(file)) {
      original.load(in);
    }
    Map<String, String> values = new TreeMap<>();
    values.put(
        "featuresRepositories",
        join(original.getProperty("featuresRepositories"), settings.featureRepositories()));
    values.put("featuresBoot", join(original.getProperty("featuresBoot"), settings.bootFeatures()));
    ConfigFile.set(file, values);
  }

  private static String join(String original, List<String> added) {
    return String.join(",", Stream.concat(Stream.of(original.strip()), added.stream()).toList());
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException failure)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var paths = Files.walk(from)) {
      for (Path source : (Iterable<Path>) paths::iterator) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
