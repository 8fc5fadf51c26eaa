package org.opennms.plugins.trunkline.sandbox.network.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedNetwork;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings.Version;
import org.opennms.plugins.trunkline.sandbox.network.agent.SnmpUser;
import org.opennms.plugins.trunkline.sandbox.network.device.InterfaceAddress;

/**
 * {@code snmp.yaml}: Trunkline's credentials file for the network. Where the agents speak both
 * SNMPv2c and SNMPv3, every other block of 16 addresses is to be asked by SNMPv3.
 */
public final class CredentialsFile {
  private static final int BLOCK_BITS = 4;

  /** The file's one object. */
  record Profiles(List<Profile> profiles) {}

  /** Credentials for some addresses. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Profile(
      String name,
      Match match,
      int port,
      String version,
      String community,
      String user,
      Secret auth,
      Secret priv) {}

  /** What a profile is for. */
  record Match(List<String> addresses) {}

  /** A protocol and its passphrase. */
  record Secret(String protocol, String passphrase) {}

  private CredentialsFile() {}

  /** Writes the file, readable by its owner only. */
  public static void write(Path file, SimulatedNetwork network) throws IOException {
    Files.deleteIfExists(file);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, ownerOnly);
    YAMLFactory yaml = new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER);
    new ObjectMapper(yaml).writeValue(file.toFile(), new Profiles(profiles(network)));
  }

  private static List<Profile> profiles(SimulatedNetwork network) {
    var versions = network.settings().versions();
    boolean community = versions.contains(Version.V1) || versions.contains(Version.V2C);
    boolean user = versions.contains(Version.V3);
    List<Profile> profiles = new ArrayList<>();
    if (user) {
      profiles.add(secure(network, new Match(community ? oddBlocks(network) : all(network))));
    }
    if (community) {
      String version = versions.contains(Version.V2C) ? "v2c" : "v1";
      profiles.add(
          new Profile(
              "sandbox",
              new Match(all(network)),
              network.port(),
              version,
              network.settings().community(),
              null,
              null,
              null));
    }
    return profiles;
  }

  private static Profile secure(SimulatedNetwork network, Match match) {
    SnmpUser user = network.settings().user();
    return new Profile(
        "secure",
        match,
        network.port(),
        "v3",
        null,
        user.name(),
        secret(user.authProtocol(), user.authPassphrase()),
        secret(user.privProtocol(), user.privPassphrase()));
  }

  private static Secret secret(String protocol, String passphrase) {
    return protocol == null ? null : new Secret(protocol, passphrase);
  }

  private static List<String> all(SimulatedNetwork network) {
    SortedSet<Integer> networks = new TreeSet<>();
    network.devices().forEach(device -> networks.add(device.agent().address() & 0xffff_0000));
    return networks.stream().map(number -> text(number) + "/16").toList();
  }

  private static List<String> oddBlocks(SimulatedNetwork network) {
    SortedSet<Integer> blocks = new TreeSet<>();
    network.devices().forEach(device -> blocks.add(device.agent().address() >>> BLOCK_BITS));
    return blocks.stream()
        .filter(block -> (block & 1) == 1)
        .map(block -> text(block << BLOCK_BITS) + "/" + (32 - BLOCK_BITS))
        .toList();
  }

  private static String text(int address) {
    return InterfaceAddress.ipv4(address, 32).address().getHostAddress();
  }
}
