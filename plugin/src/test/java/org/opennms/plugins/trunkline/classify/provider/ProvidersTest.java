package org.opennms.plugins.trunkline.classify.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.classify.text.FoldedText;
import org.opennms.plugins.trunkline.classify.text.Matches;

class ProvidersTest {
  @ParameterizedTest
  @CsvSource({
    "WAN-Magti-500M, Magti",
    "მაგთი ოპტიკა, Magti",
    "Silknet backup, Silknet",
    "GEOCELL_LTE, Geocell",
    "Caucasus Online, Caucasus Online",
    "Globaltel 100M, Globaltel",
    "Beeline, Beeline",
    "билайн канал, Beeline",
    "VEON transit, Beeline",
    "Level3ToEast, Lumen",
    "CenturyLink, Lumen",
    "AT&T MPLS, AT&T",
    "Deutsche Telekom, Deutsche Telekom",
    "de-cix 10G, DE-CIX",
    "出口电信, China Telecom",
    "dianxin2, China Telecom"
  })
  void aliases_and_former_names_become_one_name(String text, String name) {
    assertThat(find(Providers.shipped(), text)).map(a -> a.provider().name()).hasValue(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"global", "telecommunication room", "colter", "attic", "magnet tape"})
  void words_that_only_resemble_a_provider_are_none(String text) {
    assertThat(find(Providers.shipped(), text).filter(a -> !a.weak())).isEmpty();
  }

  @Test
  void a_name_that_is_an_ordinary_word_is_weak() {
    assertThat(find(Providers.shipped(), "orange cable")).map(Alias::weak).hasValue(true);
    assertThat(find(Providers.shipped(), "Orange Business")).map(Alias::weak).hasValue(false);
  }

  @Test
  void a_strong_name_wins_over_a_weak_one_before_it() {
    assertThat(find(Providers.shipped(), "sky bridge cogent"))
        .map(a -> a.provider().name())
        .hasValue("Cogent");
  }

  @Test
  void the_catalogue_holds_some_hundreds_of_providers_of_all_continents() {
    var names =
        Providers.shipped().keywords().stream()
            .map(k -> k.meaning().provider())
            .collect(Collectors.toSet());

    assertThat(names).hasSizeGreaterThan(400);
    assertThat(names.stream().map(Provider::country).collect(Collectors.toSet()))
        .contains("GE", "DE", "US", "BR", "CN", "IN", "ZA", "AU", "INTL");
  }

  static Optional<Alias> find(Providers providers, String text) {
    Matches matches = new Matches();
    int found = providers.find(new FoldedText().set(text), matches);
    return found < 0 ? Optional.empty() : Optional.of(providers.alias(matches, found));
  }
}
