package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.stream.Collectors;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser;

/** Says in words what the parser stumbled over. */
final class SyntaxMessage {
  private static final int LONGEST_LIST = 6;
  private static final int LONGEST_WORD = 40;

  private SyntaxMessage() {}

  static String of(RecognitionException fault, Vocabulary vocabulary) {
    Token found = fault.getOffendingToken();
    if (found.getType() == SmiParser.UNTERMINATED_TEXT) {
      return "a text begins here and has no closing quote";
    }
    return word(found) + " is not expected here" + expected(fault, vocabulary);
  }

  private static String word(Token found) {
    if (found.getType() == Token.EOF) {
      return "the end of the file";
    }
    String text = found.getText().replaceAll("\\s+", " ");
    boolean isLong = text.length() > LONGEST_WORD;
    return "'" + (isLong ? text.substring(0, LONGEST_WORD) + "…" : text) + "'";
  }

  private static String expected(RecognitionException fault, Vocabulary vocabulary) {
    IntervalSet expected = fault.getExpectedTokens();
    if (expected == null || expected.isNil()) {
      return "";
    }
    if (fault.getCtx() instanceof SmiParser.ObjectDefinitionContext
        && expected.contains(SmiParser.ASSIGN)) {
      return "; a clause or '::=' should follow";
    }
    if (expected.size() > LONGEST_LIST) {
      return "";
    }
    return expected.toList().stream()
        .map(type -> name(type, vocabulary))
        .collect(Collectors.joining(" or ", "; ", " should follow"));
  }

  private static String name(int type, Vocabulary vocabulary) {
    return switch (type) {
      case SmiParser.NAME -> "a name";
      case SmiParser.NUMBER -> "a number";
      case SmiParser.TEXT -> "a quoted text";
      case SmiParser.BASED_NUMBER -> "a binary or hexadecimal number";
      default -> vocabulary.getDisplayName(type);
    };
  }
}
