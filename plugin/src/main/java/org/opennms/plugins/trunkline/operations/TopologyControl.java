package org.opennms.plugins.trunkline.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * Has neighbours read anew, and takes an operator's word for who a neighbour is. Refreshing returns
 * at once; mapping blocks for as long as the host's key-value store does. Thread-safe.
 */
public interface TopologyControl {
  /** Reads the neighbours of all nodes now. When such a run is under way, that one is returned. */
  Refresh refresh();

  /**
   * Reads the neighbours of one node now.
   *
   * @param node node label, numeric id or {@code FS:FID}
   * @return empty when Trunkline knows no such node
   */
  Optional<Refresh> refresh(String node);

  /** A run by its id; the last 20 are kept. */
  Optional<Refresh> run(String id);

  /** What operators decided, by subject. */
  List<Mapping> mappings();

  /**
   * Decides that there is a node at the other end of a port, announced or not; survives every
   * refresh and a restart.
   *
   * @param node of the port: label, numeric id or {@code FS:FID}
   * @param ifName the port: name, ifName, ifDescr or ifIndex
   * @param decision who is there
   * @throws OperationException when a node or the port is not known, or the store refuses
   */
  Mapping mapPort(String node, String ifName, Decision decision);

  /**
   * Decides which node an orphan is, wherever it is seen; survives every refresh and a restart.
   *
   * @param orphan its id, chassis id or name as listed; must be one orphan's alone
   * @param decision who it is; its port does not count
   * @throws OperationException when the orphan or the node is not known, or the store refuses
   */
  Mapping mapOrphan(String orphan, Decision decision);

  /**
   * Takes a decision back.
   *
   * @param subject as in {@link Mapping#subject()}
   * @return false when there is none
   * @throws OperationException when the store refuses
   */
  boolean unmap(String subject);

  /**
   * What an operator decides.
   *
   * @param node the neighbour: label, numeric id or {@code FS:FID}
   * @param port its port by any of its names; may be empty
   * @param by who decides
   * @param why may be empty
   */
  record Decision(String node, String port, String by, String why) {
    /** Rejects missing parts. */
    public Decision {
      Objects.requireNonNull(node, "node");
      Objects.requireNonNull(port, "port");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(why, "why");
    }
  }

  /**
   * An operator's word for who a neighbour is.
   *
   * @param subject what was mapped: {@code FS:FID/ifName} of a port, or an orphan's id
   * @param isPort whether it is a port
   * @param node who is there
   * @param label the node's label; its key where the node is not known at present
   * @param port of the neighbour; may be empty
   * @param by who decided
   * @param at when
   * @param why may be empty
   */
  record Mapping(
      String subject,
      boolean isPort,
      NodeKey node,
      String label,
      String port,
      String by,
      Instant at,
      String why) {
    /** Rejects missing parts. */
    public Mapping {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(node, "node");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(port, "port");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(why, "why");
    }
  }

  /**
   * How far a reading of neighbours is; a snapshot.
   *
   * @param id unique on this installation
   * @param device the only one to be read; empty for several
   * @param trigger what started it: {@code operator}, {@code daily}, {@code start}, {@code event},
   *     {@code change}
   * @param total devices to read
   * @param read so far
   * @param failed so far
   * @param failures up to five, {@code label: detail}
   * @param started when
   * @param ended when, once over
   */
  record Refresh(
      String id,
      Optional<Device> device,
      String trigger,
      int total,
      int read,
      int failed,
      List<String> failures,
      Instant started,
      Optional<Instant> ended) {
    /** Copies the failures. */
    public Refresh {
      failures = List.copyOf(failures);
    }

    /** Whether it still runs. */
    public boolean isRunning() {
      return ended.isEmpty();
    }

    /** How long it took, or has taken until then. */
    public Duration took(Instant now) {
      return Duration.between(started, ended.orElse(now));
    }
  }
}
