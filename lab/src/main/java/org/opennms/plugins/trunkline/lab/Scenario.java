package org.opennms.plugins.trunkline.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.opennms.plugins.trunkline.topology.DeviceReport;

/**
 * A scenario file: which recordings are which devices, which protocols count, and, where it is
 * known, what is right.
 *
 * @param name of the scenario
 * @param protocols lower case; empty takes all
 * @param fixtures the devices that were recorded
 * @param hostnames of devices by id, where they have another name; for scoring only
 * @param truth the neighbours that should be reported; empty where the file does not say
 */
record Scenario(
    String name,
    Set<String> protocols,
    List<Fixture> fixtures,
    List<Alias> hostnames,
    List<Adjacency> truth) {
  /** A device and its recording. */
  record Fixture(String device, Path walk) {}

  /** A device's other name. */
  record Alias(String id, String hostname) {}

  Scenario {
    protocols = Set.copyOf(protocols);
    fixtures = List.copyOf(fixtures);
    hostnames = List.copyOf(hostnames);
    truth = List.copyOf(truth);
  }

  static Scenario read(Path file) {
    try {
      JsonNode root = new ObjectMapper().readTree(file.toFile());
      if (root == null || !root.path("fixtures").isArray()) {
        throw new LabException(file + " has no list 'fixtures'. Give a scenario file.");
      }
      Path directory = file.toAbsolutePath().getParent();
      Set<String> protocols = new HashSet<>();
      root.path("protocols").forEach(p -> protocols.add(p.asText().toLowerCase(Locale.ROOT)));
      List<Fixture> fixtures = new ArrayList<>();
      for (JsonNode each : root.path("fixtures")) {
        fixtures.add(
            new Fixture(
                each.path("device").asText(), directory.resolve(each.path("walk").asText())));
      }
      List<Alias> names = new ArrayList<>();
      for (JsonNode each : root.path("devices")) {
        names.add(new Alias(each.path("id").asText(), each.path("hostname").asText()));
      }
      List<Adjacency> truth = new ArrayList<>();
      root.path("adjacencies").forEach(each -> truth.add(Adjacency.read(each)));
      String name = root.path("scenario").asText(file.getFileName().toString());
      return new Scenario(name, protocols, fixtures, names, truth);
    } catch (IOException e) {
      throw new LabException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The recordings as reports; a device's key and label is its id. Several fixtures of one device
   * are one device.
   *
   * @param missing is told of each recording that is not there; its device is known by name alone
   */
  List<DeviceReport> reports(Walks walks, Consumer<Path> missing) {
    Map<String, List<Path>> byDevice = new LinkedHashMap<>();
    for (Fixture fixture : fixtures) {
      List<Path> files = byDevice.computeIfAbsent(fixture.device(), d -> new ArrayList<>());
      if (Files.isRegularFile(fixture.walk())) {
        files.add(fixture.walk());
      } else {
        missing.accept(fixture.walk());
      }
    }
    List<DeviceReport> reports = new ArrayList<>();
    byDevice.forEach(
        (device, files) -> reports.add(walks.report(device, Optional.of(device), files)));
    return reports;
  }
}
