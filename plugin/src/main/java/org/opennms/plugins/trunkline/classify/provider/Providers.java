package org.opennms.plugins.trunkline.classify.provider;

import java.util.Collection;
import java.util.List;
import org.opennms.plugins.trunkline.classify.text.FoldedText;
import org.opennms.plugins.trunkline.classify.text.Keyword;
import org.opennms.plugins.trunkline.classify.text.Lookout;
import org.opennms.plugins.trunkline.classify.text.Matches;

/**
 * Finds providers in texts. Aliases match between word boundaries only; of those that overlap the
 * longest counts, of several the first, a strong one before a weak one. Immutable and thread-safe.
 */
public final class Providers {
  private final Lookout<Alias> lookout;
  private final List<Keyword<Alias>> keywords;

  Providers(Collection<Keyword<Alias>> keywords) {
    this.keywords = List.copyOf(keywords);
    lookout = new Lookout<>(this.keywords);
  }

  /** The catalogue that is part of the bundle. */
  public static Providers shipped() {
    return Shipped.INSTANCE;
  }

  /** Delays reading the catalogue until it is asked for. */
  private static final class Shipped {
    static final Providers INSTANCE = new Providers(ProviderCatalogue.shipped());
  }

  List<Keyword<Alias>> keywords() {
    return keywords;
  }

  /**
   * The number of the match that names the provider best; -1 for none.
   *
   * @param text filled by the caller
   * @param matches where the matches are left
   */
  public int find(FoldedText text, Matches matches) {
    lookout.find(text, matches);
    int best = -1;
    for (int i = 0; i < matches.count(); i++) {
      boolean better = best < 0 || (alias(matches, best).weak() && !alias(matches, i).weak());
      best = better ? i : best;
    }
    return best;
  }

  /** The alias of a match. */
  public Alias alias(Matches matches, int match) {
    return lookout.keyword(matches.keyword(match)).meaning();
  }
}
