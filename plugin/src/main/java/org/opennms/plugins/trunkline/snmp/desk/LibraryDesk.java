package org.opennms.plugins.trunkline.snmp.desk;

import java.util.List;
import java.util.Locale;
import org.opennms.plugins.trunkline.operations.MibDesk;
import org.opennms.plugins.trunkline.snmp.mib.MibLibrary;
import org.opennms.plugins.trunkline.snmp.mib.MibReport;
import org.opennms.plugins.trunkline.snmp.mib.MibSymbol;
import org.opennms.plugins.trunkline.snmp.mib.MibTree;
import org.opennms.plugins.trunkline.snmp.mib.Resolution;
import org.opennms.plugins.trunkline.snmp.mib.smi.MibProblem;

/** The MIB library for operators. Thread-safe. */
public final class LibraryDesk implements MibDesk {
  private final MibShelf shelf;

  /** Over the library in force. */
  public LibraryDesk(MibShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Entry lookup(String name) {
    MibTree tree = shelf.tree();
    Resolution.Found found = MibNames.find(tree, name);
    MibSymbol symbol = found.symbol();
    return new Entry(
        tree.name(found.oid()),
        found.oid().toString(),
        symbol.kind().name().toLowerCase(Locale.ROOT),
        symbol.hasInstances() ? symbol.syntax().typeName() : "",
        symbol.access(),
        symbol.units(),
        symbol.syntax().labels().all().stream()
            .map(l -> l.label() + "(" + l.number() + ")")
            .toList(),
        symbol.index().stream().map(part -> part.name()).toList());
  }

  @Override
  public Report check(boolean reload) {
    MibLibrary library = shelf.library(reload);
    MibReport report = library.report();
    List<Module> modules =
        report.modules().stream()
            .map(m -> new Module(m.name(), m.file(), m.definitions(), m.linked()))
            .toList();
    return new Report(
        shelf.directory().toString(),
        modules,
        report.problems().stream().map(LibraryDesk::problem).toList());
  }

  private static Problem problem(MibProblem problem) {
    return new Problem(
        problem.kind().name().toLowerCase(Locale.ROOT),
        problem.kind() != MibProblem.Kind.FILE_NAME,
        problem.toString());
  }
}
