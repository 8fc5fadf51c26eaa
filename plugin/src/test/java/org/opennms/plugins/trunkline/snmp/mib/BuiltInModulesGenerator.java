package org.opennms.plugins.trunkline.snmp.mib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.snmp.mib.smi.CompactTable;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiFile;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiModule;

/**
 * Makes the table of built-in modules from MIB texts, which the developer supplies and the
 * repository does not hold. No test, so its name keeps it out of the run; docs/mibs.md tells how to
 * start it.
 */
final class BuiltInModulesGenerator {
  /** In the order of precedence where two modules name one OID. */
  static final List<String> MODULES =
      List.of(
          "SNMPv2-SMI",
          "SNMPv2-TC",
          "SNMPv2-CONF",
          "SNMPv2-MIB",
          "SNMP-FRAMEWORK-MIB",
          "SNMP-TARGET-MIB",
          "RFC1155-SMI",
          "RFC-1212",
          "RFC-1215",
          "RFC1213-MIB",
          "IANAifType-MIB",
          "IANA-ADDRESS-FAMILY-NUMBERS-MIB",
          "IANA-ENTITY-MIB",
          "INET-ADDRESS-MIB",
          "HCNUM-TC",
          "UUID-TC-MIB",
          "DIFFSERV-DSCP-TC",
          "IF-MIB",
          "IP-MIB",
          "EtherLike-MIB",
          "ENTITY-MIB",
          "HOST-RESOURCES-MIB",
          "BRIDGE-MIB",
          "P-BRIDGE-MIB",
          "Q-BRIDGE-MIB",
          "IEEE8021-TC-MIB",
          "IEEE8023-LAG-MIB",
          "LLDP-MIB",
          "LLDP-EXT-DOT1-MIB",
          "LLDP-EXT-DOT3-MIB",
          "LLDP-EXT-MED-MIB",
          "LLDP-V2-TC-MIB",
          "LLDP-V2-MIB",
          "POWER-ETHERNET-MIB",
          "BGP4-MIB",
          "OSPF-MIB",
          "RMON-MIB",
          "RMON2-MIB",
          "CISCO-SMI",
          "CISCO-TC",
          "CISCO-CDP-MIB",
          "CISCO-VTP-MIB",
          "CISCO-VLAN-MEMBERSHIP-MIB",
          "ARISTA-SMI-MIB",
          "JUNIPER-SMI",
          "MIKROTIK-MIB");

  private static final String FOLDER = "org/opennms/plugins/trunkline/snmp/mib";

  /** The types that the texts import from modules which are not among them, in our own words. */
  static final Path SUPPLEMENT = Path.of("src/test/resources", FOLDER, "supplement");

  @Test
  void write_the_table_of_built_in_modules() throws IOException {
    Path texts = Path.of(System.getProperty("trunkline.data"), "mibs");
    List<SmiModule> modules =
        read(List.of(texts.resolve("standard"), texts.resolve("vendor"), SUPPLEMENT));
    Files.write(Path.of("src/main/resources", FOLDER, "modules.tsv"), CompactTable.write(modules));
  }

  /** The modules that the table holds; a text with faults is refused. */
  static List<SmiModule> read(List<Path> directories) {
    Map<String, SmiModule> found = new TreeMap<>();
    for (Path directory : directories) {
      for (SmiFile file : MibDirectory.read(directory)) {
        file.modules().stream()
            .filter(module -> MODULES.contains(module.name()))
            .peek(module -> requireFaultless(file, module))
            .forEach(module -> found.putIfAbsent(module.name(), module));
      }
    }
    List<String> missing = new ArrayList<>(MODULES);
    missing.removeAll(found.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("no text of " + missing);
    }
    return MODULES.stream().map(found::get).toList();
  }

  private static void requireFaultless(SmiFile file, SmiModule module) {
    if (!file.problems().isEmpty()) {
      throw new IllegalArgumentException(module.name() + ": " + file.problems());
    }
  }
}
