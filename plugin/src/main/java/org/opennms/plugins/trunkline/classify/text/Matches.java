package org.opennms.plugins.trunkline.classify.text;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Where keywords stand in one text, by ascending end. A reusable buffer for one thread. */
public final class Matches implements KeywordAutomaton.Sink {
  private static final int CAPACITY = 128;

  private final int[] keyword = new int[CAPACITY];
  private final int[] start = new int[CAPACITY];
  private final int[] end = new int[CAPACITY];
  private final boolean[] leftBound = new boolean[CAPACITY];
  private final boolean[] kept = new boolean[CAPACITY];
  private final boolean[] reached = new boolean[FoldedText.LIMIT + 1];
  private int count;

  /** An empty buffer. */
  public Matches() {}

  void clear(int textLength) {
    count = 0;
    Arrays.fill(reached, 0, textLength + 1, false);
  }

  /** Takes up to 128; a text with more is no description. */
  @Override
  public void found(int number, int from, int to) {
    if (count < CAPACITY) {
      keyword[count] = number;
      start[count] = from;
      end[count] = to;
      count++;
    }
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** The number of the keyword. */
  public int keyword(int match) {
    return keyword[match];
  }

  /** Position of its first character. */
  public int start(int match) {
    return start[match];
  }

  /** Position after its last character. */
  public int end(int match) {
    return end[match];
  }

  void keepFitting(FoldedText text, IntFunction<Fit> fit) {
    if (count > 0) {
      bindLeft(text);
      bindRight(text, fit);
      dropOverlapped();
      compact();
    }
  }

  /** A keyword may begin where a word begins, or where another keyword of the same word ends. */
  private void bindLeft(FoldedText text) {
    for (int i = 0; i < count; i++) {
      leftBound[i] = text.isBoundary(start[i]) || reached[start[i]];
      reached[end[i]] |= leftBound[i];
    }
    Arrays.fill(reached, 0, text.length() + 1, false);
  }

  private void bindRight(FoldedText text, IntFunction<Fit> fit) {
    for (int i = count - 1; i >= 0; i--) {
      boolean rightBound = text.isBoundary(end[i]) || reached[end[i]];
      reached[start[i]] |= rightBound && leftBound[i];
      kept[i] =
          switch (fit.apply(keyword[i])) {
            case WORD -> leftBound[i] && rightBound;
            case STEM -> leftBound[i];
            case INSIDE -> true;
          };
    }
  }

  /** Of two that overlap the longer is meant: {@code server}, not {@code serv} and {@code ers}. */
  private void dropOverlapped() {
    for (int i = 0; i < count; i++) {
      for (int j = 0; kept[i] && j < count; j++) {
        boolean overlap = start[j] < end[i] && start[i] < end[j];
        kept[i] = !kept[j] || !overlap || end[j] - start[j] <= end[i] - start[i];
      }
    }
  }

  private void compact() {
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (kept[i]) {
        keyword[left] = keyword[i];
        start[left] = start[i];
        end[left] = end[i];
        left++;
      }
    }
    count = left;
  }
}
