package org.opennms.plugins.trunkline.sandbox.container;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How one Karaf is set up. Immutable.
 *
 * @param distribution the {@code apache-karaf-*.tar.gz} to unpack
 * @param home the directory to unpack it into; what is there is removed first
 * @param systemRepository a directory in Maven's repository layout that is added to Karaf's own
 *     {@code system} directory: what the host brings. No other repository is ever asked
 * @param ports where it listens
 * @param featureRepositories URLs of feature files known from the start
 * @param bootFeatures features installed at the start, after Karaf's own
 * @param configuration files below {@code etc}, with the keys to set in each
 * @param jvmOptions options of the Java process beside the memory bound
 */
public record KarafSettings(
    Path distribution,
    Path home,
    Path systemRepository,
    KarafPorts ports,
    List<String> featureRepositories,
    List<String> bootFeatures,
    Map<String, Map<String, String>> configuration,
    List<String> jvmOptions) {

  /** The user that may log in by SSH, as on a freshly installed host. */
  public static final Credentials ADMIN = new Credentials("admin", "admin");

  public KarafSettings {
    featureRepositories = List.copyOf(featureRepositories);
    bootFeatures = List.copyOf(bootFeatures);
    configuration = Map.copyOf(configuration);
    jvmOptions = List.copyOf(jvmOptions);
  }

  /** A bare Karaf on free ports. */
  public static KarafSettings of(Path distribution, Path home, Path systemRepository) {
    return new KarafSettings(
        distribution,
        home,
        systemRepository,
        KarafPorts.free(),
        List.of(),
        List.of(),
        Map.of(),
        List.of());
  }

  /** The same on these ports. */
  public KarafSettings on(KarafPorts newPorts) {
    return new KarafSettings(
        distribution,
        home,
        systemRepository,
        newPorts,
        featureRepositories,
        bootFeatures,
        configuration,
        jvmOptions);
  }

  /** The same with these features of this file installed at the start. */
  public KarafSettings booting(String featureRepository, String... features) {
    return new KarafSettings(
        distribution,
        home,
        systemRepository,
        ports,
        append(featureRepositories, List.of(featureRepository)),
        append(bootFeatures, List.of(features)),
        configuration,
        jvmOptions);
  }

  /** The same with these keys in a file below {@code etc}. */
  public KarafSettings configured(String file, Map<String, String> values) {
    Map<String, Map<String, String>> files = new TreeMap<>(configuration);
    Map<String, String> merged = new TreeMap<>(files.getOrDefault(file, Map.of()));
    merged.putAll(values);
    files.put(file, merged);
    return new KarafSettings(
        distribution,
        home,
        systemRepository,
        ports,
        featureRepositories,
        bootFeatures,
        files,
        jvmOptions);
  }

  private static List<String> append(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
