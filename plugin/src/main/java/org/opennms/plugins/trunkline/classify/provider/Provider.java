package org.opennms.plugins.trunkline.classify.provider;

import java.util.Objects;

/**
 * A carrier, Internet provider or exchange.
 *
 * @param name as shown, normalised: one spelling for all its aliases and former names
 * @param country ISO 3166 alpha-2, or {@code INTL} for carriers without a home market; may be empty
 *     in an operator's own entry
 */
public record Provider(String name, String country) {
  /** Rejects missing parts. */
  public Provider {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(country, "country");
  }
}
