package org.opennms.plugins.trunkline.classify.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds all of a set of folded keywords in one pass over a text, whatever their number (A. V. Aho
 * and M. J. Corasick, 1975), as a complete automaton over classes of characters. Immutable and
 * thread-safe.
 */
public final class KeywordAutomaton {
  private static final int ROOT = 0;
  private static final int NONE = -1;

  private final char[] classOf = new char[Character.MAX_VALUE + 1];
  private final int classes;
  private final int[] next;
  private final int[] keywordAt;
  private final int[] shorter;
  private final int[] lengths;

  /** Receives what was found, in the order of the ends, longer ones first. */
  @FunctionalInterface
  public interface Sink {
    /**
     * A keyword stands here.
     *
     * @param keyword its number in the list
     * @param start of its first character
     * @param end after its last character
     */
    void found(int keyword, int start, int end);
  }

  /**
   * Builds the automaton.
   *
   * @param keywords folded ({@link FoldedText#fold}), different from each other, none empty
   */
  public KeywordAutomaton(List<String> keywords) {
    classes = assignClasses(keywords);
    List<int[]> rows = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    newState(rows, ends);
    lengths = new int[keywords.size()];
    for (int k = 0; k < lengths.length; k++) {
      lengths[k] = keywords.get(k).length();
      insert(keywords.get(k), k, rows, ends);
    }
    next = new int[rows.size() * classes];
    keywordAt = ends.stream().mapToInt(Integer::intValue).toArray();
    shorter = new int[rows.size()];
    complete(rows);
  }

  private int assignClasses(List<String> keywords) {
    char count = 1;
    for (String keyword : keywords) {
      for (int i = 0; i < keyword.length(); i++) {
        char c = keyword.charAt(i);
        if (classOf[c] == 0) {
          classOf[c] = count++;
        }
      }
    }
    return count;
  }

  private int newState(List<int[]> rows, List<Integer> ends) {
    int[] row = new int[classes];
    Arrays.fill(row, NONE);
    rows.add(row);
    ends.add(NONE);
    return rows.size() - 1;
  }

  private void insert(String keyword, int number, List<int[]> rows, List<Integer> ends) {
    int state = ROOT;
    for (int i = 0; i < keyword.length(); i++) {
      int c = classOf[keyword.charAt(i)];
      if (rows.get(state)[c] == NONE) {
        int fresh = newState(rows, ends);
        rows.get(state)[c] = fresh;
      }
      state = rows.get(state)[c];
    }
    if (keyword.isEmpty() || ends.set(state, number) != NONE) {
      throw new IllegalArgumentException("keyword '" + keyword + "' is empty or there twice");
    }
  }

  /** Breadth first, so that a state's fallback is complete before the state itself. */
  private void complete(List<int[]> rows) {
    int[] fallback = new int[rows.size()];
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(ROOT);
    shorter[ROOT] = NONE;
    while (!queue.isEmpty()) {
      int state = queue.remove();
      int[] row = rows.get(state);
      for (int c = 0; c < classes; c++) {
        int inherited = state == ROOT ? ROOT : next[fallback[state] * classes + c];
        next[state * classes + c] = row[c] == NONE ? inherited : row[c];
        if (row[c] != NONE) {
          fallback[row[c]] = inherited;
          shorter[row[c]] = keywordAt[inherited] == NONE ? shorter[inherited] : inherited;
          queue.add(row[c]);
        }
      }
    }
  }

  /** Reports every keyword in the text, overlapping ones too. */
  public void scan(FoldedText text, Sink sink) {
    int state = ROOT;
    for (int i = 0; i < text.length(); i++) {
      state = next[state * classes + classOf[text.charAt(i)]];
      int match = keywordAt[state] == NONE ? shorter[state] : state;
      while (match != NONE) {
        int keyword = keywordAt[match];
        sink.found(keyword, i + 1 - lengths[keyword], i + 1);
        match = shorter[match];
      }
    }
  }
}
