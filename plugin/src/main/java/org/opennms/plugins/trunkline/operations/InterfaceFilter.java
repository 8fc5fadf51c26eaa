package org.opennms.plugins.trunkline.operations;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;

/**
 * Which interfaces are wanted; what is empty does not narrow.
 *
 * @param role exactly this role
 * @param provider contained in the provider's name, ignoring case
 * @param node node label contains it (ignoring case), or it is the node's id or {@code FS:FID}
 * @param critical only critical or only others
 * @param stale only stale or only others
 * @param monitored only monitored or only others
 * @param text contained in ifName, ifAlias or ifDescr, ignoring case
 */
public record InterfaceFilter(
    Optional<InterfaceRole> role,
    Optional<String> provider,
    Optional<String> node,
    Optional<Boolean> critical,
    Optional<Boolean> stale,
    Optional<Boolean> monitored,
    Optional<String> text) {
  /** Everything. */
  public static final InterfaceFilter ALL =
      new InterfaceFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Rejects missing parts. */
  public InterfaceFilter {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(node, "node");
    Objects.requireNonNull(critical, "critical");
    Objects.requireNonNull(stale, "stale");
    Objects.requireNonNull(monitored, "monitored");
    Objects.requireNonNull(text, "text");
  }

  /** Whether the interface is wanted. */
  public boolean accepts(KnownInterface known) {
    return role.map(r -> r == known.classification().role()).orElse(true)
        && provider
            .map(p -> known.classification().provider().map(q -> contains(q, p)).orElse(false))
            .orElse(true)
        && node.map(n -> isNode(known, n)).orElse(true)
        && critical.map(c -> c == known.classification().critical()).orElse(true)
        && stale.map(s -> s == known.stale()).orElse(true)
        && monitored.map(m -> m == known.monitored()).orElse(true)
        && text.map(t -> hasText(known, t)).orElse(true);
  }

  private static boolean isNode(KnownInterface known, String wanted) {
    return contains(known.device().label(), wanted)
        || Integer.toString(known.device().nodeId()).equals(wanted)
        || known.device().key().text().equals(wanted);
  }

  private static boolean hasText(KnownInterface known, String wanted) {
    return contains(known.networkInterface().ifName(), wanted)
        || contains(known.networkInterface().ifAlias(), wanted)
        || contains(known.networkInterface().ifDescr(), wanted);
  }

  private static boolean contains(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
  }
}
