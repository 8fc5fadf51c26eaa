package org.opennms.plugins.trunkline.snmp.mib;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.snmp.mib.smi.MibProblem;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiFile;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiModule;

/**
 * Which text of a module counts: the operator's rather than ours, unless it is faulty; of several
 * of the operator's, the first by file name. Used by one thread, once.
 */
final class ModuleChoice {
  private final Map<String, SmiModule> builtIn = new LinkedHashMap<>();
  private final Map<String, SmiModule> chosen = new LinkedHashMap<>();
  private final List<MibProblem> problems = new ArrayList<>();

  ModuleChoice(Collection<SmiModule> builtInModules) {
    builtInModules.forEach(module -> builtIn.put(module.name(), module));
    chosen.putAll(builtIn);
  }

  List<SmiModule> modules() {
    return List.copyOf(chosen.values());
  }

  List<MibProblem> problems() {
    return problems;
  }

  void add(SmiFile file) {
    problems.addAll(file.problems());
    boolean faulty = file.problems().stream().anyMatch(p -> p.kind() == MibProblem.Kind.SYNTAX);
    for (SmiModule module : file.modules()) {
      choose(module, faulty);
    }
    checkName(file);
  }

  private void choose(SmiModule module, boolean faulty) {
    SmiModule ours = builtIn.get(module.name());
    SmiModule earlier = chosen.get(module.name());
    if (earlier != null && !earlier.equals(ours)) {
      note(
          MibProblem.Kind.DUPLICATE_MODULE,
          module,
          module.name() + " is already read from " + earlier.file());
    } else if (ours != null && faulty) {
      note(
          MibProblem.Kind.DUPLICATE_MODULE,
          module,
          "the file has faults, so the built-in " + module.name() + " stays in force");
    } else {
      chosen.remove(module.name());
      chosen.put(module.name(), module);
    }
  }

  private void checkName(SmiFile file) {
    if (file.modules().isEmpty()) {
      return;
    }
    SmiModule first = file.modules().get(0);
    String stem = stem(first.file());
    if (file.modules().stream().noneMatch(module -> module.name().equalsIgnoreCase(stem))) {
      note(
          MibProblem.Kind.FILE_NAME,
          first,
          "the file is named " + stem + ", its module " + first.name());
    }
  }

  private static String stem(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private void note(MibProblem.Kind kind, SmiModule module, String what) {
    problems.add(new MibProblem(kind, module.file(), module.line(), module.name(), what));
  }
}
