package org.opennms.plugins.trunkline.operations;

import java.util.List;

/**
 * The MIB names in force: our own table and the operator's directory. Blocks for seconds while the
 * directory is read, never longer than a minute; an interrupt ends the wait. Thread-safe.
 */
public interface MibDesk {
  /**
   * What a name or an OID stands for.
   *
   * @param name for example {@code IF-MIB::ifDescr.3}, {@code ifDescr} or {@code 1.3.6.1.2.1.1.5}
   * @throws OperationException when it stands for nothing, with names that are alike
   */
  Entry lookup(String name);

  /**
   * What was loaded and what is wrong with it.
   *
   * @param reload reads the directory again, whether it looks changed or not
   * @throws OperationException when it cannot be read in time
   */
  Report check(boolean reload);

  /**
   * What is known of a name. Texts are empty where nothing is known.
   *
   * @param name with module and index, for example {@code IF-MIB::ifDescr.3}
   * @param oid in numbers
   * @param kind for example {@code column}
   * @param syntax for example {@code DisplayString}
   * @param access for example {@code read-only}
   * @param units for example {@code seconds}
   * @param labels of an enumeration or of bits, for example {@code up(1)}
   * @param index columns that make up a row's index, in order
   */
  record Entry(
      String name,
      String oid,
      String kind,
      String syntax,
      String access,
      String units,
      List<String> labels,
      List<String> index) {
    /** Copies the lists. */
    public Entry {
      labels = List.copyOf(labels);
      index = List.copyOf(index);
    }
  }

  /**
   * What a load gave.
   *
   * @param directory where the operator's modules are
   * @param modules in force, built-in ones first
   * @param problems by file and line
   */
  record Report(String directory, List<Module> modules, List<Problem> problems) {
    /** Copies the lists. */
    public Report {
      modules = List.copyOf(modules);
      problems = List.copyOf(problems);
    }
  }

  /**
   * A module in force.
   *
   * @param name for example {@code IF-MIB}
   * @param file below the directory, {@code built-in} for our own table
   * @param definitions that it has
   * @param linked those of them that have their OID
   */
  record Module(String name, String file, int definitions, int linked) {}

  /**
   * Something wrong with a file.
   *
   * @param kind for grouping, for example {@code missing_module}
   * @param fault false for what is only worth knowing
   * @param text file, line, definition, reason and remedy
   */
  record Problem(String kind, boolean fault, String text) {}
}
