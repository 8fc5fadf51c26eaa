package org.opennms.plugins.trunkline.config;

import java.util.Comparator;
import java.util.List;

/** Finds the word that was probably meant. Stateless. */
public final class Spelling {
  private static final int FAR = 4;

  private Spelling() {}

  /** {@code Did you mean 'x'?} when one of the known words is near, else a list of them. */
  public static String advice(String word, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(k -> distance(word, k)))
        .filter(k -> distance(word, k) < Math.min(FAR, word.length()))
        .map(k -> "Did you mean '" + k + "'?")
        .orElseGet(
            () ->
                known.size() > 12 ? "Remove it." : "Known are: " + String.join(", ", known) + ".");
  }

  // Levenshtein with one row.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(diagonal + change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
