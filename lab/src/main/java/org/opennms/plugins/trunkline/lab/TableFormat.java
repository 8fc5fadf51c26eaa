package org.opennms.plugins.trunkline.lab;

import java.util.Locale;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.model.NodeKey;

/** What the columns of a table mean. */
enum TableFormat {
  /** A row per interface as SNMP tells it: {@code recording, ifIndex, ifName, ifAlias, ...}. */
  INTERFACES {
    @Override
    String recording(Row row) {
      return row.text("recording");
    }

    @Override
    InterfaceEvidence evidence(Row row, NodeKey node, int number) {
      return SnmpRows.evidence(row, node, number);
    }
  },

  /** A row per port of a switch's configuration: {@code hostname, port, description, mode, ...}. */
  CONFIG_PORTS {
    @Override
    String recording(Row row) {
      return row.text("source") + " " + row.text("file");
    }

    @Override
    InterfaceEvidence evidence(Row row, NodeKey node, int number) {
      return ConfigRows.evidence(row, node, number);
    }
  },

  /**
   * A row per line of a show command: {@code platform, fixture, port, description, status, ...}.
   */
  NTC_PORTS {
    @Override
    String recording(Row row) {
      return row.text("fixture");
    }

    @Override
    InterfaceEvidence evidence(Row row, NodeKey node, int number) {
      return ConfigRows.shown(row, node, number);
    }
  };

  /** The name of the device that a row belongs to. */
  abstract String recording(Row row);

  /** What a row knows; the number stands for an ifIndex where the row has none. */
  abstract InterfaceEvidence evidence(Row row, NodeKey node, int number);

  /** For example {@code config-ports}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
