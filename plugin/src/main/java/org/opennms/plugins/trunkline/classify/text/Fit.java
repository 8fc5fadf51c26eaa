package org.opennms.plugins.trunkline.classify.text;

/** How a keyword must stand in a text. */
public enum Fit {
  /** Between two word boundaries; composed words ({@code SWCORE}) count as their parts. */
  WORD,
  /** At the beginning of a word, as inflected languages need it. */
  STEM,
  /** Anywhere: long words, and scripts that do not separate words. */
  INSIDE
}
