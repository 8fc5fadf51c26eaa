package org.opennms.plugins.trunkline.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.opennms.plugins.trunkline.topology.DeviceReport;
import org.opennms.plugins.trunkline.topology.NetworkTopology;
import org.opennms.plugins.trunkline.topology.TopologySnapshot;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code topology}: recordings of agents in, neighbours out. */
@Command(
    name = "topology",
    description =
        "Finds who is connected to whom in recordings; measures itself where that is known.",
    mixinStandardHelpOptions = true)
final class TopologyCommand implements Callable<Integer> {
  /** Where the recordings are. */
  static final class Source {
    @Option(
        names = "--walks",
        paramLabel = "DIR",
        description = "Every .snmprec file below is one device.")
    Path walks;

    @Option(
        names = "--scenario",
        arity = "1..*",
        paramLabel = "FILE.json",
        description = "Device ids, recordings and protocols from a scenario file.")
    List<Path> scenarios;
  }

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the neighbours go: CSV for --walks, JSON for --scenario.")
  private Path out;

  @Option(
      names = "--infer",
      description = "Also conclude from the spanning tree, ARP, subnets and descriptions.")
  private boolean infer;

  @Option(
      names = "--score",
      description = "Compare with what is right: the scenario's adjacencies, or --truth.")
  private boolean score;

  @Option(
      names = "--truth",
      paramLabel = "FILE.csv",
      description =
          "What is right in --walks (default: expected_links.csv in that directory or above it).")
  private Path truth;

  @Override
  public Integer call() throws IOException {
    if (source.walks != null) {
      return walks();
    }
    if (out != null && source.scenarios.size() > 1) {
      throw new LabException("--out takes one --scenario. Give one, or leave --out away.");
    }
    ScoreTable table = new ScoreTable();
    for (Path file : source.scenarios) {
      Scenario scenario = Scenario.read(file);
      TopologySnapshot topology = resolve(scenario.reports(new Walks(false), this::isMissing));
      List<Adjacency> found = new AnnouncedNeighbours(topology).of(scenario.protocols());
      if (out != null) {
        write(scenario, topology, found);
      }
      if (score) {
        table.add(ScenarioScore.of(scenario, topology, found));
      }
    }
    if (score) {
      table.print(spec.commandLine().getOut());
    }
    return 0;
  }

  private int walks() throws IOException {
    TopologySnapshot topology = resolve(new Walks(infer).below(source.walks));
    List<NeighbourRow> rows = NeighbourRow.of(topology);
    if (out != null) {
      write(NeighbourRow.csv(rows));
    }
    if (score) {
      ScoreTable table = new ScoreTable();
      ExpectedLinks.read(truthFile()).scores(source.walks).forEach(table::add);
      table.print(spec.commandLine().getOut());
    }
    return 0;
  }

  private void isMissing(Path walk) {
    spec.commandLine()
        .getErr()
        .println("There is no recording " + walk + "; its device is silent.");
  }

  private Path truthFile() {
    if (truth != null) {
      return truth;
    }
    Path directory = source.walks.toAbsolutePath().normalize();
    for (Path at = directory; at != null; at = at.getParent()) {
      Path file = at.resolve("expected_links.csv");
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new LabException(
        "there is no expected_links.csv in or above " + directory + ". Use --truth.");
  }

  static TopologySnapshot resolve(List<DeviceReport> reports) {
    NetworkTopology topology = new NetworkTopology();
    topology.acceptAll(reports);
    return topology.snapshot();
  }

  private void write(Scenario scenario, TopologySnapshot topology, List<Adjacency> found)
      throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("scenario", scenario.name());
    document.put("devices", DeviceList.of(topology, found));
    document.put("adjacencies", found);
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    write(json.writeValueAsString(document) + "\n");
  }

  private void write(String text) throws IOException {
    Path parent = out.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Files.writeString(out, text);
  }
}
