package org.opennms.plugins.trunkline.classify.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.config.Problem;

class ProviderFileTest {
  @Test
  void an_empty_file_leaves_the_catalogue_as_it_is() {
    assertThat(ProviderFile.parse("p.yaml", "").value()).hasValue(Providers.shipped());
    assertThat(ProviderFile.parse("p.yaml", "providers: []").value()).isPresent();
  }

  @Test
  void an_own_entry_wins_over_the_catalogue() {
    Providers providers =
        read(
            """
            providers:
              - name: Example Carrier
                country: GE
                aliases: [excar, magti]
            """);

    assertThat(name(providers, "WAN excar")).isEqualTo("Example Carrier");
    assertThat(name(providers, "WAN magti")).isEqualTo("Example Carrier");
    assertThat(name(providers, "WAN silknet")).isEqualTo("Silknet");
  }

  @Test
  void a_provider_of_the_catalogue_can_be_renamed() {
    Providers providers = read("rename: { Veon Georgia: Cellfie }");

    assertThat(name(providers, "Beeline Georgia")).isEqualTo("Cellfie");
  }

  @Test
  void an_ignored_word_names_no_provider() {
    Providers providers = read("ignore: [Cogent]");

    assertThat(ProvidersTest.find(providers, "cogent")).isEmpty();
  }

  @Test
  void every_fault_is_reported_with_its_line_and_a_remedy() {
    List<Problem> problems =
        ProviderFile.parse(
                "p.yaml",
                """
                providers:
                  - name: X
                    aliases: [a]
                  - aliases: [example]
                rename:
                  Nobody: Somebody
                extra: 1
                """)
            .problems();

    assertThat(problems).extracting(Problem::line).containsExactlyInAnyOrder(3, 4, 6, 7);
    assertThat(problems).allSatisfy(p -> assertThat(p.remedy()).isNotBlank());
  }

  @Test
  void what_is_no_yaml_is_reported_and_not_thrown() {
    assertThat(ProviderFile.parse("p.yaml", "providers: [").problems()).hasSize(1);
    assertThat(ProviderFile.parse("p.yaml", "- a").problems()).isNotEmpty();
    assertThat(ProviderFile.parse("p.yaml", "providers: yes").problems()).isNotEmpty();
  }

  private static Providers read(String text) {
    return ProviderFile.parse("p.yaml", text).value().orElseThrow();
  }

  private static String name(Providers providers, String text) {
    return ProvidersTest.find(providers, text).orElseThrow().provider().name();
  }
}
