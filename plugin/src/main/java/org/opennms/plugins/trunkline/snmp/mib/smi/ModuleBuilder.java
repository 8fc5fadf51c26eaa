package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.ConventionDefinitionContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.DefinitionContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.ObjectDefinitionContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.OidDefinitionContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.TypeDefinitionContext;

/** Gathers one module's definitions from parse trees, which are not kept. */
final class ModuleBuilder {
  private final String file;
  private final String name;
  private final int line;
  private final List<SmiImport> imports = new ArrayList<>();
  private final List<SmiType> types = new ArrayList<>();
  private final List<SmiSymbol> symbols = new ArrayList<>();
  private final List<MibProblem> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private String lastUpdated = "";

  ModuleBuilder(String file, String name, int line) {
    this.file = file;
    this.name = name;
    this.line = line;
  }

  String name() {
    return name;
  }

  List<MibProblem> problems() {
    return problems;
  }

  SmiModule build() {
    return new SmiModule(name, file, line, lastUpdated, imports, types, symbols);
  }

  void imports(SmiParser.ImportsContext context) {
    for (SmiParser.ImportGroupContext group : context.importGroup()) {
      List<String> taken =
          group.symbol().stream()
              .filter(symbol -> symbol.NAME() != null)
              .map(ParserRuleContext::getText)
              .toList();
      imports.add(new SmiImport(group.NAME().getText(), taken, group.NAME().getSymbol().getLine()));
    }
  }

  void define(DefinitionContext definition) {
    try {
      if (definition instanceof ObjectDefinitionContext object) {
        object(object);
      } else if (definition instanceof OidDefinitionContext oid) {
        if (isNew(oid.NAME().getText(), oid)) {
          symbols.add(ObjectTranslator.plain(oid));
        }
      } else if (definition instanceof ConventionDefinitionContext convention) {
        if (isNew(convention.NAME().getText(), convention)) {
          types.add(ObjectTranslator.convention(convention));
        }
      } else if (definition instanceof TypeDefinitionContext type) {
        plainType(type);
      }
    } catch (BadValueException e) {
      problem(MibProblem.Kind.SYNTAX, definition, definition.getStart().getText(), e.getMessage());
    }
  }

  private void object(ObjectDefinitionContext object) throws BadValueException {
    SmiSymbol symbol = ObjectTranslator.object(object);
    if (symbol.macro() == SmiSymbol.Macro.MODULE_IDENTITY && lastUpdated.isEmpty()) {
      lastUpdated = ObjectTranslator.lastUpdated(object);
    }
    if (isNew(symbol.name(), object)) {
      symbols.add(symbol);
    }
  }

  private void plainType(TypeDefinitionContext type) throws BadValueException {
    boolean isRow = type.type().SEQUENCE() != null;
    if (!isRow && isNew(type.NAME().getText(), type)) {
      types.add(
          new SmiType(
              type.NAME().getText(),
              type.getStart().getLine(),
              "",
              TypeTranslator.spec(type.type())));
    }
  }

  private boolean isNew(String symbol, ParserRuleContext where) {
    boolean isNew = names.add(symbol);
    if (!isNew) {
      problem(MibProblem.Kind.DUPLICATE_NAME, where, symbol, "the name is defined a second time");
    }
    return isNew;
  }

  private void problem(MibProblem.Kind kind, ParserRuleContext where, String subject, String what) {
    problems.add(new MibProblem(kind, file, where.getStart().getLine(), subject, what));
  }
}
