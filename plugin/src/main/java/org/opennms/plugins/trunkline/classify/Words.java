package org.opennms.plugins.trunkline.classify;

import java.util.EnumMap;
import java.util.Map;
import org.opennms.plugins.trunkline.classify.evidence.Signal;
import org.opennms.plugins.trunkline.classify.text.Keyword;
import org.opennms.plugins.trunkline.classify.text.Lookout;

/** The lexicon of operators' words, with a signal ready for each word and column. */
final class Words {
  /** Words about roles, and places. */
  static final Lookout<Concept> LEXICON = Lexicon.load("words.yaml", "places.yaml");

  private static final Map<Column, Signal[]> SIGNALS = signals();

  /** A column that operators or vendors fill with text. */
  enum Column {
    ALIAS("ifAlias"),
    NAME("ifName"),
    DESCR("ifDescr"),
    ACCESS_VLAN("access VLAN's name"),
    NEIGHBOUR("neighbour's name");

    final String spelling;

    Column(String spelling) {
      this.spelling = spelling;
    }
  }

  private Words() {}

  private static Map<Column, Signal[]> signals() {
    Map<Column, Signal[]> all = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      Signal[] ofColumn = new Signal[LEXICON.size()];
      for (int k = 0; k < ofColumn.length; k++) {
        ofColumn[k] = signal(column, LEXICON.keyword(k));
      }
      all.put(column, ofColumn);
    }
    return all;
  }

  private static Signal signal(Column column, Keyword<Concept> keyword) {
    Concept concept = keyword.meaning();
    String says = "'" + keyword.text() + "' " + concept.says();
    return new Signal(column.spelling, says, concept.weights());
  }

  /** What a word in a column says. */
  static Signal signal(Column column, int keyword) {
    return SIGNALS.get(column)[keyword];
  }
}
