package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiLexer;

/**
 * The words of a text, bounded before the parser sees them: their number, so that a hostile file
 * costs little memory, and the nesting of brackets, so that it cannot exhaust the stack.
 */
record SmiTokens(List<Token> tokens, Optional<MibProblem> refusal) {
  /** Ten times the largest module that we know of; a word costs about 70 octets. */
  static final int MAX_TOKENS = 500_000;

  /** The deepest that SMI can be written is 4: a default value of BITS in a type of a group. */
  static final int MAX_NESTING = 32;

  static SmiTokens of(String file, String text) {
    SmiLexer lexer = new SmiLexer(CharStreams.fromString(text, file));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>();
    int depth = 0;
    Token token;
    do {
      token = lexer.nextToken();
      tokens.add(token);
      depth += nesting(token);
      if (depth > MAX_NESTING || tokens.size() > MAX_TOKENS) {
        return new SmiTokens(List.of(), Optional.of(refusal(file, token, depth)));
      }
    } while (token.getType() != Token.EOF);
    return new SmiTokens(tokens, Optional.empty());
  }

  ListTokenSource source() {
    return new ListTokenSource(tokens);
  }

  private static int nesting(Token token) {
    return switch (token.getType()) {
      case SmiLexer.LBRACE, SmiLexer.LPAREN -> 1;
      case SmiLexer.RBRACE, SmiLexer.RPAREN -> -1;
      default -> 0;
    };
  }

  private static MibProblem refusal(String file, Token token, int depth) {
    return depth > MAX_NESTING
        ? new MibProblem(
            MibProblem.Kind.SYNTAX,
            file,
            token.getLine(),
            "",
            "brackets are nested deeper than " + MAX_NESTING + ", so the file is not read")
        : new MibProblem(
            MibProblem.Kind.TOO_LARGE,
            file,
            token.getLine(),
            "",
            "the file has more than " + MAX_TOKENS + " words, so it is not read");
  }
}
