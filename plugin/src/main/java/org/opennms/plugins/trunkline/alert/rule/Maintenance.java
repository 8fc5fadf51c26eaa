package org.opennms.plugins.trunkline.alert.rule;

import java.util.Objects;

/**
 * Work that was announced: nothing is raised about what it touches.
 *
 * @param name for operators
 * @param what which nodes and interfaces
 * @param when it takes place
 */
public record Maintenance(String name, Selection what, Window when) {
  /** Rejects missing parts. */
  public Maintenance {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(when, "when");
  }
}
