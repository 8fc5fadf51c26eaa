package org.opennms.plugins.trunkline.snmp.mib;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.opennms.plugins.trunkline.snmp.mib.smi.MibProblem;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiModule;

/**
 * The MIB modules in force: our own table, and what the operator puts into a directory.
 * Thread-safe: readers take an immutable tree, a reload replaces it. Begins with our own table
 * alone; {@link #reload()} adds the directory.
 */
public final class MibLibrary {
  /**
   * What one load gave. Immutable.
   *
   * @param tree the names
   * @param report what was loaded, what is missing, what failed
   */
  public record Loaded(MibTree tree, MibReport report) {}

  private final Path directory;
  private final Executor executor;
  private volatile Loaded loaded;

  /**
   * A library that reads a directory when told to.
   *
   * @param directory need not exist
   * @param executor reads it: up to some seconds of work and of file access
   */
  public MibLibrary(Path directory, Executor executor) {
    this.directory = directory;
    this.executor = executor;
    this.loaded = link(new ModuleChoice(BuiltInModules.read()));
  }

  /** The names in force. Take it once per piece of work. */
  public MibTree tree() {
    return loaded.tree();
  }

  /** What the last load gave. */
  public MibReport report() {
    return loaded.report();
  }

  /**
   * Reads the directory again, and puts the result in force. Loads do not overlap.
   *
   * @return completes with the report when the new names are in force; exceptionally, with the old
   *     ones still in force, when memory runs out or the executor refuses
   */
  public CompletableFuture<MibReport> reload() {
    return CompletableFuture.supplyAsync(this::replace, executor);
  }

  private synchronized MibReport replace() {
    Loaded fresh = load(BuiltInModules.read(), directory);
    loaded = fresh;
    return fresh.report();
  }

  /**
   * Reads and links everything on the caller's thread. Anything may lie in the directory: a fault
   * is in the report and costs no more than the definitions that depend on it.
   *
   * @param builtIn modules that are known without a file
   * @param directory the operator's; need not exist
   */
  public static Loaded load(List<SmiModule> builtIn, Path directory) {
    ModuleChoice choice = new ModuleChoice(builtIn);
    MibDirectory.read(directory).forEach(choice::add);
    return link(choice);
  }

  static Loaded link(ModuleChoice choice) {
    Linker.Linked linked = Linker.link(choice.modules());
    List<MibProblem> problems = new ArrayList<>(choice.problems());
    problems.addAll(linked.problems());
    problems.sort(Comparator.comparing(MibProblem::file).thenComparingInt(MibProblem::line));
    Map<String, Integer> counts = new HashMap<>();
    linked.symbols().forEach(symbol -> counts.merge(symbol.module(), 1, Integer::sum));
    List<MibReport.LoadedModule> modules =
        choice.modules().stream().map(module -> loaded(module, counts)).toList();
    return new Loaded(MibTree.of(linked.symbols()), new MibReport(modules, problems));
  }

  private static MibReport.LoadedModule loaded(SmiModule module, Map<String, Integer> counts) {
    return new MibReport.LoadedModule(
        module.name(),
        module.file(),
        module.symbols().size(),
        counts.getOrDefault(module.name(), 0));
  }
}
