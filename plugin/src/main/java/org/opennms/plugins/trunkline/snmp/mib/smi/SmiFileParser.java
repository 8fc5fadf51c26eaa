package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.DefinitionContext;

/**
 * One pass over one file. It enters the grammar's rules one by one, so that only one definition's
 * parse tree is alive at a time, and after a fault goes on at what looks like the next definition.
 */
final class SmiFileParser {
  /** More would help nobody; the rest is counted. */
  static final int MAX_PROBLEMS = 100;

  private final String file;
  private final List<SmiModule> modules = new ArrayList<>();
  private final List<MibProblem> problems = new ArrayList<>();
  private int unlisted;
  private SmiParser parser;
  private TokenStream tokens;

  SmiFileParser(String file) {
    this.file = file;
  }

  SmiFile parse(String text) {
    SmiTokens words = SmiTokens.of(file, text);
    if (words.refusal().isPresent()) {
      return new SmiFile(List.of(), List.of(words.refusal().get()));
    }
    tokens = new CommonTokenStream(words.source());
    parser = new SmiParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    while (tokens.LA(1) != Token.EOF) {
      readModule();
    }
    boolean isModule = words.tokens().stream().anyMatch(t -> t.getType() == SmiParser.DEFINITIONS);
    if (!isModule) {
      String what = "no module begins here ('NAME DEFINITIONS ::= BEGIN')";
      return new SmiFile(
          List.of(), List.of(new MibProblem(MibProblem.Kind.NO_MODULE, file, 0, "", what)));
    }
    if (unlisted > 0) {
      problems.add(problem(0, "", unlisted + " more problems in this file are not listed"));
    }
    return new SmiFile(modules, problems);
  }

  private void readModule() {
    Token first = tokens.LT(1);
    SmiParser.HeaderContext header;
    try {
      header = parser.header();
    } catch (ParseCancellationException e) {
      report(e, "");
      skipPast(first, this::atHeader);
      return;
    }
    ModuleBuilder module = new ModuleBuilder(file, header.NAME().getText(), first.getLine());
    while (!atModuleEnd()) {
      readPart(module);
    }
    if (tokens.LA(1) == SmiParser.END) {
      tokens.consume();
    } else {
      add(problem(tokens.LT(1).getLine(), module.name(), "the module has no END"));
    }
    modules.add(module.build());
    module.problems().forEach(this::add);
  }

  private void readPart(ModuleBuilder module) {
    Token first = tokens.LT(1);
    try {
      switch (tokens.LA(1)) {
        case SmiParser.EXPORTS -> parser.exports();
        case SmiParser.IMPORTS -> module.imports(parser.imports());
        default -> {
          DefinitionContext definition = parser.definition();
          module.define(definition);
        }
      }
    } catch (ParseCancellationException e) {
      report(e, first.getType() == SmiParser.NAME ? first.getText() : module.name());
      skipPast(first, () -> atModuleEnd() || atDefinition());
    }
  }

  private boolean atModuleEnd() {
    int next = tokens.LA(1);
    return next == Token.EOF || next == SmiParser.END || atHeader();
  }

  private boolean atHeader() {
    return tokens.LA(1) == SmiParser.NAME && tokens.LA(2) == SmiParser.DEFINITIONS;
  }

  private boolean atDefinition() {
    if (tokens.LA(1) == SmiParser.IMPORTS) {
      return true;
    }
    return tokens.LA(1) == SmiParser.NAME
        && switch (tokens.LA(2)) {
          case SmiParser.ASSIGN, SmiParser.MACRO -> true;
          case SmiParser.OBJECT ->
              tokens.LA(3) == SmiParser.IDENTIFIER && tokens.LA(4) == SmiParser.ASSIGN;
          case SmiParser.OBJECT_TYPE,
              SmiParser.OBJECT_IDENTITY,
              SmiParser.OBJECT_GROUP,
              SmiParser.MODULE_IDENTITY,
              SmiParser.MODULE_COMPLIANCE,
              SmiParser.NOTIFICATION_TYPE,
              SmiParser.NOTIFICATION_GROUP,
              SmiParser.AGENT_CAPABILITIES,
              SmiParser.TRAP_TYPE ->
              tokens.LA(3) != SmiParser.COMMA && tokens.LA(3) != SmiParser.FROM;
          default -> false;
        };
  }

  /** Moves on by at least one word from where the faulty part began. */
  private void skipPast(Token first, BooleanSupplier resumable) {
    while (tokens.index() <= first.getTokenIndex()
        || (tokens.LA(1) != Token.EOF && !resumable.getAsBoolean())) {
      if (tokens.LA(1) == Token.EOF) {
        return;
      }
      tokens.consume();
    }
  }

  private void report(ParseCancellationException cancelled, String subject) {
    RecognitionException cause = (RecognitionException) cancelled.getCause();
    Token found = cause.getOffendingToken();
    add(problem(found.getLine(), subject, SyntaxMessage.of(cause, parser.getVocabulary())));
  }

  private MibProblem problem(int line, String subject, String what) {
    return new MibProblem(MibProblem.Kind.SYNTAX, file, line, subject, what);
  }

  private void add(MibProblem problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    } else {
      unlisted++;
    }
  }
}
