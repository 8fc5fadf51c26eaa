package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiSymbol.Macro;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.AccessClauseContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.AugmentsClauseContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.ClauseContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.ConventionDefinitionContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.EnterpriseClauseContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.HintClauseContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.IndexClauseContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.IndexPartContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.ObjectDefinitionContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.ObjectsClauseContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.OidContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.OidDefinitionContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.OidPartContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.SyntaxClauseContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.UnitsClauseContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.UpdatedClauseContext;

/** Definitions: parse trees to {@link SmiSymbol}s and {@link SmiType}s. */
final class ObjectTranslator {
  private static final long MAX_ARC = 0xffff_ffffL;

  private ObjectTranslator() {}

  static SmiSymbol plain(OidDefinitionContext definition) throws BadValueException {
    return new SmiSymbol(
        definition.NAME().getText(),
        definition.getStart().getLine(),
        Macro.OBJECT_IDENTIFIER,
        oid(definition.oid()),
        TypeSpec.NONE,
        "",
        "",
        List.of(),
        "",
        List.of());
  }

  static SmiType convention(ConventionDefinitionContext definition) throws BadValueException {
    SyntaxClauseContext syntax =
        first(definition.clause(), SyntaxClauseContext.class)
            .orElseThrow(() -> new BadValueException("the textual convention has no SYNTAX"));
    String hint =
        first(definition.clause(), HintClauseContext.class).map(h -> hint(h.TEXT())).orElse("");
    return new SmiType(
        definition.NAME().getText(),
        definition.getStart().getLine(),
        hint,
        TypeTranslator.spec(syntax.type()));
  }

  static SmiSymbol object(ObjectDefinitionContext definition) throws BadValueException {
    Macro macro = macro(definition);
    List<ClauseContext> clauses = definition.clause();
    Optional<SyntaxClauseContext> syntax = first(clauses, SyntaxClauseContext.class);
    boolean typed = macro == Macro.OBJECT_TYPE && syntax.isPresent();
    return new SmiSymbol(
        definition.NAME().getText(),
        definition.getStart().getLine(),
        macro,
        place(definition, macro),
        typed ? TypeTranslator.spec(syntax.get().type()) : TypeSpec.NONE,
        first(clauses, AccessClauseContext.class).map(a -> a.NAME().getText()).orElse(""),
        first(clauses, UnitsClauseContext.class).map(u -> text(u.TEXT())).orElse(""),
        index(clauses),
        first(clauses, AugmentsClauseContext.class).map(a -> a.NAME().getText()).orElse(""),
        objects(clauses));
  }

  static String lastUpdated(ObjectDefinitionContext definition) {
    return first(definition.clause(), UpdatedClauseContext.class)
        .map(updated -> text(updated.TEXT()))
        .orElse("");
  }

  private static Macro macro(ObjectDefinitionContext definition) {
    return Macro.valueOf(
        definition.macroName().getText().replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private static OidSpec place(ObjectDefinitionContext definition, Macro macro)
      throws BadValueException {
    if (definition.oid() != null) {
      return oid(definition.oid());
    }
    if (macro != Macro.TRAP_TYPE) {
      throw new BadValueException("a number in braces should follow '::='");
    }
    EnterpriseClauseContext enterprise =
        first(definition.clause(), EnterpriseClauseContext.class)
            .orElseThrow(() -> new BadValueException("the trap has no ENTERPRISE"));
    OidSpec base =
        enterprise.oid() != null
            ? oid(enterprise.oid())
            : new OidSpec(enterprise.NAME().getText(), List.of());
    List<Long> arcs = new ArrayList<>(base.arcs());
    arcs.add(arc(definition.NUMBER().getText()));
    return new OidSpec(base.parent(), arcs);
  }

  private static OidSpec oid(OidContext oid) throws BadValueException {
    List<OidPartContext> parts = oid.oidPart();
    OidPartContext head = parts.get(0);
    boolean named = !head.NAME().isEmpty();
    List<Long> arcs = new ArrayList<>();
    for (OidPartContext part : named ? parts.subList(1, parts.size()) : parts) {
      if (part.NUMBER() == null) {
        throw new BadValueException("'" + part.getText() + "' has no number");
      }
      arcs.add(arc(part.NUMBER().getText()));
    }
    return new OidSpec(named ? parent(head) : "", arcs);
  }

  /** A head like {@code enterprises} or {@code SNMPv2-SMI.enterprises}. */
  private static String parent(OidPartContext head) {
    return head.NAME(0).getText() + (head.DOT() == null ? "" : "." + head.NAME(1).getText());
  }

  private static long arc(String digits) throws BadValueException {
    long arc = digits.length() > 10 ? -1 : Long.parseLong(digits);
    if (arc < 0 || arc > MAX_ARC) {
      throw new BadValueException("'" + digits + "' is no sub-identifier (0 to " + MAX_ARC + ")");
    }
    return arc;
  }

  private static List<IndexSpec> index(List<ClauseContext> clauses) {
    return first(clauses, IndexClauseContext.class).stream()
        .flatMap(clause -> clause.indexPart().stream())
        .map(ObjectTranslator::indexPart)
        .toList();
  }

  private static IndexSpec indexPart(IndexPartContext part) {
    String name = part.type().plainType() == null ? "" : words(part.type().plainType());
    return new IndexSpec(name, part.IMPLIED() != null);
  }

  private static List<String> objects(List<ClauseContext> clauses) {
    return first(clauses, ObjectsClauseContext.class).stream()
        .flatMap(clause -> clause.nameList().NAME().stream())
        .map(ParseTree::getText)
        .toList();
  }

  private static String words(ParseTree tree) {
    return Stream.iterate(0, i -> i < tree.getChildCount(), i -> i + 1)
        .map(i -> tree.getChild(i).getText())
        .reduce((a, b) -> a + (b.equals(".") || a.endsWith(".") ? "" : " ") + b)
        .orElse("");
  }

  private static <T extends ClauseContext> Optional<T> first(
      List<ClauseContext> clauses, Class<T> kind) {
    return clauses.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static String text(TerminalNode quoted) {
    return unquoted(quoted).replaceAll("\\s+", " ").strip();
  }

  /** A hint's spaces count: they may separate what it shows. */
  private static String hint(TerminalNode quoted) {
    return unquoted(quoted).replaceAll("[\\t\\r\\n]", "");
  }

  private static String unquoted(TerminalNode quoted) {
    String text = quoted.getText();
    return text.substring(1, text.length() - 1);
  }
}
