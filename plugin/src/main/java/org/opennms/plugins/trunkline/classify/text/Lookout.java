package org.opennms.plugins.trunkline.classify.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds keywords that stand as their {@link Fit} asks, the longest of those that cover each other.
 * Immutable and thread-safe; what is found goes into a {@link Matches} of the caller.
 *
 * @param <T> what the keywords mean
 */
public final class Lookout<T> {
  private final List<Keyword<T>> keywords;
  private final KeywordAutomaton automaton;

  /** Of two keywords with the same text the looser counts. A space also matches nothing. */
  public Lookout(Collection<Keyword<T>> wanted) {
    Map<String, Keyword<T>> distinct = new LinkedHashMap<>();
    for (Keyword<T> keyword : wanted) {
      distinct.merge(keyword.text(), keyword, Lookout::looser);
    }
    for (Keyword<T> keyword : wanted) {
      String joined = keyword.text().replace(" ", "");
      distinct.putIfAbsent(joined, new Keyword<>(joined, keyword.fit(), keyword.meaning()));
    }
    keywords = List.copyOf(distinct.values());
    automaton = new KeywordAutomaton(keywords.stream().map(Keyword::text).toList());
  }

  private static <T> Keyword<T> looser(Keyword<T> first, Keyword<T> second) {
    return second.fit().compareTo(first.fit()) > 0 ? second : first;
  }

  /** How many keywords there are, numbered from 0. */
  public int size() {
    return keywords.size();
  }

  /** The keyword with this number in a {@link Matches}. */
  public Keyword<T> keyword(int number) {
    return keywords.get(number);
  }

  /** Finds all in a text; what was in {@code matches} is gone. */
  public void find(FoldedText text, Matches matches) {
    matches.clear(text.length());
    automaton.scan(text, matches);
    matches.keepFitting(text, number -> keywords.get(number).fit());
  }
}
