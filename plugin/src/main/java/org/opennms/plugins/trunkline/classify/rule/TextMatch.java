package org.opennms.plugins.trunkline.classify.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.opennms.plugins.trunkline.classify.text.FoldedText;

/** A test of one text; case does not matter. All are linear in the text's length. */
sealed interface TextMatch extends Predicate<String> {
  /** Of these texts one must stand in whatever passes; empty where that cannot be said. */
  Set<String> literals();

  /** Equals one of the texts. */
  record Equals(Set<String> texts) implements TextMatch {
    @Override
    public boolean test(String value) {
      return texts.stream().anyMatch(value::equalsIgnoreCase);
    }

    @Override
    public Set<String> literals() {
      return texts;
    }
  }

  /** Begins with one of the texts. */
  record Starts(Set<String> texts) implements TextMatch {
    @Override
    public boolean test(String value) {
      return texts.stream().anyMatch(t -> value.regionMatches(true, 0, t, 0, t.length()));
    }

    @Override
    public Set<String> literals() {
      return texts;
    }
  }

  /** Contains one of the texts, which are in lower case. */
  record Contains(Set<String> texts) implements TextMatch {
    @Override
    public boolean test(String value) {
      String lower = head(value).toLowerCase(Locale.ROOT);
      return texts.stream().anyMatch(lower::contains);
    }

    @Override
    public Set<String> literals() {
      return texts;
    }
  }

  /**
   * Matches a regular expression somewhere.
   *
   * @param pattern RE2/J: linear in the text
   * @param literals found in the pattern or given by the operator
   */
  record Regex(Pattern pattern, Set<String> literals) implements TextMatch {
    @Override
    public boolean test(String value) {
      return pattern.matcher(head(value)).find();
    }

    /** The groups of the first match, the whole match first; empty for none. */
    List<String> groups(String value) {
      Matcher matcher = pattern.matcher(head(value));
      if (!matcher.find()) {
        return List.of();
      }
      String[] groups = new String[matcher.groupCount() + 1];
      for (int i = 0; i < groups.length; i++) {
        String group = matcher.group(i);
        groups[i] = group == null ? "" : group;
      }
      return List.of(groups);
    }
  }

  /** What of a text is looked at. */
  static String head(String value) {
    return value.length() <= FoldedText.LIMIT ? value : value.substring(0, FoldedText.LIMIT);
  }
}
