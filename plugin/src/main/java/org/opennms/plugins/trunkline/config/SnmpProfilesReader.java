package org.opennms.plugins.trunkline.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the file of profiles and gathers all that is wrong with it. Used by one thread. */
final class SnmpProfilesReader {
  private static final List<String> KEYS =
      List.of(
          "name",
          "match",
          "version",
          "community",
          "user",
          "contextName",
          "auth",
          "priv",
          "port",
          "timeout",
          "retries",
          "maxRepetitions",
          "allowSet");
  private static final List<String> USM_KEYS = List.of("user", "contextName", "auth", "priv");
  private static final int SHORTEST_PASSPHRASE = 8;
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s)?");
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);
  private static final String SECRET_REMEDY =
      "Write the secret itself, ${scv:ALIAS:password} or ${scv:ALIAS:username}.";

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private SnmpProfilesReader(String file) {
    this.file = file;
  }

  static ConfigReading<SnmpProfiles> read(String file, String text) {
    SnmpProfilesReader reader = new SnmpProfilesReader(file);
    List<SnmpProfile> profiles = reader.document(text);
    reader.problems.sort(Comparator.comparingInt(Problem::line));
    return reader.problems.isEmpty()
        ? ConfigReading.of(new SnmpProfiles(profiles))
        : ConfigReading.failed(reader.problems);
  }

  private List<SnmpProfile> document(String text) {
    Optional<YamlNode> root;
    try {
      root = YamlFile.parse(file, text);
    } catch (YamlException e) {
      problems.add(e.problem());
      return List.of();
    }
    if (root.isEmpty()) {
      return List.of();
    }
    if (!(root.get() instanceof YamlNode.Mapping mapping)) {
      add(root.get().line(), "(root)", "a key 'profiles' is expected", "Start with profiles:.");
      return List.of();
    }
    new YamlSection(file, "", mapping, problems).allow(List.of("profiles"));
    return mapping.get("profiles").map(this::profiles).orElse(List.of());
  }

  private List<SnmpProfile> profiles(YamlNode node) {
    if (!(node instanceof YamlNode.Sequence list)) {
      if (!(node instanceof YamlNode.Scalar scalar && scalar.text().isEmpty())) {
        add(node.line(), "profiles", "a list is expected", "Start each profile with '- name:'.");
      }
      return List.of();
    }
    List<SnmpProfile> profiles = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      String path = "profiles[" + i + "]";
      if (list.items().get(i) instanceof YamlNode.Mapping mapping) {
        profile(new YamlSection(file, path, mapping, problems)).ifPresent(profiles::add);
      } else {
        add(list.items().get(i).line(), path, "no profile", "Write its keys, first '- name:'.");
      }
    }
    return profiles;
  }

  private Optional<SnmpProfile> profile(YamlSection section) {
    int before = problems.size();
    section.allow(KEYS);
    String name = section.required("name", "Give each profile a name of its own.").orElse("");
    if (!name.isEmpty() && !names.add(name)) {
      section.complain("name", "'" + name + "' stands twice", "Give each profile its own name.");
    }
    SnmpProfile.Match match =
        section.section("match").map(this::match).orElse(SnmpProfile.Match.ANY);
    section.required("version", "Write version: v1, v2c or v3.");
    Optional<SnmpVersion> version =
        section.parsed("version", SnmpVersion::parse, "Use v1, v2c or v3.");
    Optional<SnmpCredentials> credentials = version.flatMap(v -> credentials(section, v));
    int port = section.number("port", 1, 65_535).orElse(161);
    Optional<Duration> timeout =
        section.parsed("timeout", SnmpProfilesReader::duration, "Use 100ms to 60s.");
    OptionalInt retries = section.number("retries", 0, 10);
    OptionalInt repetitions = section.number("maxRepetitions", 1, 100);
    boolean allowSet = section.flag("allowSet");
    if (problems.size() > before || version.isEmpty() || credentials.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SnmpProfile(
            name,
            match,
            version.get(),
            credentials.get(),
            port,
            timeout,
            retries,
            repetitions,
            allowSet));
  }

  private SnmpProfile.Match match(YamlSection section) {
    section.allow(List.of("addresses", "locations", "foreignSources"));
    return new SnmpProfile.Match(
        section.items(
            "addresses",
            AddressRange::parse,
            "Use 192.0.2.1, 192.0.2.0/24 or 192.0.2.1-192.0.2.9, or the same in IPv6."),
        section.items("locations", Optional::of, "Name a monitoring location."),
        section.items("foreignSources", Optional::of, "Name a requisition."));
  }

  private Optional<SnmpCredentials> credentials(YamlSection section, SnmpVersion version) {
    if (version == SnmpVersion.V3) {
      if (section.has("community")) {
        section.complain("community", "SNMPv3 has none", "Use user, auth and priv instead.");
      }
      return usm(section);
    }
    USM_KEYS.stream()
        .filter(section::has)
        .forEach(
            key ->
                section.complain(
                    key, version.spelling() + " has none", "Remove it or write version: v3."));
    return secret(section, "community", "Write community: ... .")
        .map(SnmpCredentials.Community::new);
  }

  private Optional<SnmpCredentials> usm(YamlSection section) {
    int before = problems.size();
    Optional<SnmpSecret> user = secret(section, "user", "SNMPv3 needs a user name.");
    Optional<SnmpCredentials.Auth> auth = section.section("auth").flatMap(this::auth);
    Optional<SnmpCredentials.Priv> priv = section.section("priv").flatMap(this::priv);
    if (section.has("priv") && !section.has("auth")) {
      section.complain("priv", "needs auth", "Add auth with protocol and passphrase.");
    }
    String context = section.text("contextName").orElse("");
    return problems.size() == before
        ? user.map(u -> new SnmpCredentials.Usm(u, context, auth, priv))
        : Optional.empty();
  }

  private Optional<SnmpCredentials.Auth> auth(YamlSection section) {
    String remedy = "Use MD5, SHA, SHA-224, SHA-256, SHA-384 or SHA-512.";
    section.allow(List.of("protocol", "passphrase"));
    section.required("protocol", remedy);
    Optional<SnmpAuthProtocol> protocol =
        section.parsed("protocol", SnmpAuthProtocol::parse, remedy);
    Optional<SnmpSecret> passphrase = passphrase(section);
    return protocol.flatMap(p -> passphrase.map(s -> new SnmpCredentials.Auth(p, s)));
  }

  private Optional<SnmpCredentials.Priv> priv(YamlSection section) {
    String remedy = "Use DES, 3DES, AES-128, AES-192, AES-256, AES-192-C or AES-256-C.";
    section.allow(List.of("protocol", "passphrase"));
    section.required("protocol", remedy);
    Optional<SnmpPrivProtocol> protocol =
        section.parsed("protocol", SnmpPrivProtocol::parse, remedy);
    Optional<SnmpSecret> passphrase = passphrase(section);
    return protocol.flatMap(p -> passphrase.map(s -> new SnmpCredentials.Priv(p, s)));
  }

  private Optional<SnmpSecret> passphrase(YamlSection section) {
    Optional<SnmpSecret> secret = secret(section, "passphrase", SECRET_REMEDY);
    if (secret.isPresent()
        && secret.get() instanceof SnmpSecret.Literal literal
        && literal.text().length() < SHORTEST_PASSPHRASE) {
      section.complain(
          "passphrase",
          "*** has " + literal.text().length() + " characters",
          "RFC 3414 asks for at least " + SHORTEST_PASSPHRASE + ".");
      return Optional.empty();
    }
    return secret;
  }

  private static Optional<SnmpSecret> secret(YamlSection section, String key, String remedy) {
    Optional<String> text = section.required(key, remedy);
    Optional<SnmpSecret> secret = text.flatMap(SnmpSecret::parse);
    if (text.isPresent() && secret.isEmpty()) {
      section.complain(key, "*** is no reference to the vault", SECRET_REMEDY);
    }
    return secret;
  }

  private static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    Duration duration =
        "s".equals(matcher.group(2)) ? Duration.ofSeconds(number) : Duration.ofMillis(number);
    boolean sensible = duration.toMillis() >= 100 && duration.compareTo(LONGEST_TIMEOUT) <= 0;
    return sensible ? Optional.of(duration) : Optional.empty();
  }

  private void add(int line, String where, String what, String remedy) {
    problems.add(new Problem(file, line, where, what, remedy));
  }
}
