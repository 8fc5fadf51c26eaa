package org.opennms.plugins.trunkline.topology;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.config.IpLiteral;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.Reason;
import org.opennms.plugins.trunkline.topology.Identifier.Kind;

/**
 * Maps a neighbour to a node: by chassis id, then by management address, then by system name, then
 * by port MAC. The first kind of evidence that anybody fits decides who can be meant at all; the
 * later ones can only tell several apart. Where they cannot, it is nobody. Used by one thread.
 */
final class Resolver {
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}_.-]+");

  /** What templates and habit put before a neighbour's name: {@code to.core1}, facing_core1. */
  private static final Pattern DIRECTION =
      Pattern.compile("^(?:to|from|facing|link|uplink|downlink|trunk|p2p)[_.-]+", CASE_INSENSITIVE);

  private static final int MOST_WORDS = 16;
  private static final int SHORTEST_WORD = 3;

  private final Identities identities;
  private final Function<NodeKey, TopologyDevice> devices;

  Resolver(Identities identities, Function<NodeKey, TopologyDevice> devices) {
    this.identities = identities;
    this.devices = devices;
  }

  /** One kind of evidence: whom it fits. */
  private record Tier(String evidence, String says, double weight, SortedSet<NodeKey> fits) {
    Reason reason(double factor) {
      return new Reason(evidence, says, weight * factor);
    }
  }

  /**
   * Resolves.
   *
   * @param local who sees it
   * @param shared addresses that tell nobody apart
   */
  Resolution resolve(NodeKey local, Observation seen, Set<InetAddress> shared) {
    if (seen.told().isPresent()) {
      NodeKey told = seen.told().get();
      double weight = seen.source() == LinkSource.MANUAL ? Evidence.MANUAL : Evidence.TOLD;
      return devices.apply(told) == null
          ? new Resolution(Optional.empty(), List.of(), List.of())
          : Resolution.to(told, new Reason(seen.source().spelling(), "names the node", weight));
    }
    List<Reason> against = new ArrayList<>();
    return decide(
        seen.source() == LinkSource.ALIAS
            ? words(local, seen)
            : tiers(local, seen, shared, against),
        against);
  }

  private static Resolution decide(List<Tier> tiers, List<Reason> against) {
    SortedSet<NodeKey> possible = new TreeSet<>();
    SortedSet<NodeKey> all = new TreeSet<>();
    for (Tier tier : tiers) {
      all.addAll(tier.fits());
      if (possible.isEmpty()) {
        possible.addAll(tier.fits());
      } else if (possible.size() > 1) {
        SortedSet<NodeKey> both = new TreeSet<>(possible);
        both.retainAll(tier.fits());
        possible = both.isEmpty() ? possible : both;
      }
    }
    List<Reason> reasons = new ArrayList<>();
    if (possible.size() == 1) {
      explain(possible.first(), tiers, reasons);
      all.remove(possible.first());
    } else {
      tiers.forEach(tier -> reasons.add(tier.reason(0)));
    }
    reasons.addAll(against);
    Optional<NodeKey> node =
        possible.size() == 1 ? Optional.of(possible.first()) : Optional.empty();
    return new Resolution(node, List.copyOf(all), reasons);
  }

  private static void explain(NodeKey node, List<Tier> tiers, List<Reason> reasons) {
    boolean isFirst = true;
    for (Tier tier : tiers) {
      if (!tier.fits().contains(node)) {
        reasons.add(
            new Reason(
                tier.evidence(), tier.says() + " speaks for " + tier.fits(), Evidence.DISAGREES));
      } else {
        reasons.add(
            isFirst ? tier.reason(1) : new Reason(tier.evidence(), tier.says(), Evidence.AGREES));
        isFirst = false;
      }
    }
  }

  private List<Tier> tiers(
      NodeKey local, Observation seen, Set<InetAddress> shared, List<Reason> against) {
    Announced announced = seen.announced();
    List<Tier> tiers = new ArrayList<>(4);
    chassis(local, announced).filter(t -> !t.fits().isEmpty()).ifPresent(tiers::add);
    add(tiers, addresses(local, announced, shared), announced, true, against);
    names(local, announced).forEach(t -> add(tiers, t, announced, false, against));
    if (announced.port().kind() == Kind.MAC && Identifiers.isTelling(announced.port())) {
      add(
          tiers,
          new Tier(
              "port id",
              announced.port().value() + " is an interface's MAC address",
              Evidence.PORT_MAC,
              identities.ask(local, Token.mac(announced.port().value()))),
          announced,
          false,
          against);
    }
    return tiers;
  }

  private Optional<Tier> chassis(NodeKey local, Announced announced) {
    Identifier id = announced.chassis();
    if (!Identifiers.isTelling(id)) {
      return Optional.empty();
    }
    SortedSet<NodeKey> owners = identities.ask(local, Token.chassis(id));
    if (!owners.isEmpty()) {
      return Optional.of(tier("chassis id", id.value() + " is its own", Evidence.CHASSIS, owners));
    }
    return switch (id.kind()) {
      case MAC ->
          Optional.of(
              tier(
                  "chassis id",
                  id.value() + " is an interface's MAC address",
                  Evidence.INTERFACE_MAC,
                  identities.ask(local, Token.mac(id.value()))));
      case ADDRESS ->
          IpLiteral.parse(id.value())
              .filter(NetworkAddress::isTelling)
              .map(a -> identities.ask(local, Token.address(a)))
              .map(o -> tier("chassis id", id.value() + " is its address", Evidence.ADDRESS, o));
      default -> Optional.empty();
    };
  }

  private static Tier tier(String evidence, String says, double weight, SortedSet<NodeKey> fits) {
    return new Tier(evidence, says, weight, fits);
  }

  private Tier addresses(NodeKey local, Announced announced, Set<InetAddress> shared) {
    SortedSet<NodeKey> owners = new TreeSet<>();
    for (InetAddress address : announced.addresses()) {
      if (!shared.contains(address)) {
        owners.addAll(identities.ask(local, Token.address(address)));
      }
    }
    String said = String.join(", ", announced.text().addresses());
    return tier("management address", said, Evidence.ADDRESS, owners);
  }

  private List<Tier> names(NodeKey local, Announced announced) {
    List<SystemName> names = new ArrayList<>(3);
    SystemName.of(announced.name()).ifPresent(names::add);
    if (announced.chassis().kind() == Kind.TEXT || announced.chassis().kind() == Kind.LOCAL) {
      SystemName.of(announced.chassis().value()).ifPresent(names::add);
      SystemName.inBrackets(announced.chassis().value()).ifPresent(names::add);
    }
    return names.stream()
        .distinct()
        .map(n -> tier("system name", n.full(), Evidence.NAME, named(local, n)))
        .toList();
  }

  /** The whole name; else the host's, where one of the two lacks a domain. */
  private SortedSet<NodeKey> named(NodeKey local, SystemName name) {
    SortedSet<NodeKey> exact = identities.ask(local, Token.name(name.full()));
    if (!exact.isEmpty()) {
      return exact;
    }
    return name.isBare()
        ? identities.ask(local, Token.host(name.host()))
        : identities.ask(local, Token.name(name.host()));
  }

  /** Leaves out whom something that the neighbour says excludes. */
  private void add(
      List<Tier> tiers, Tier tier, Announced announced, boolean byAddress, List<Reason> against) {
    SortedSet<NodeKey> fits = new TreeSet<>();
    for (NodeKey node : tier.fits()) {
      Optional<String> contradiction = contradiction(devices.apply(node), announced, byAddress);
      contradiction.ifPresentOrElse(
          why ->
              against.add(
                  new Reason(tier.evidence(), tier.says() + " is " + node + "'s, but " + why, 0)),
          () -> fits.add(node));
    }
    if (!fits.isEmpty()) {
      tiers.add(tier(tier.evidence(), tier.says(), tier.weight(), fits));
    }
  }

  private static Optional<String> contradiction(
      TopologyDevice device, Announced announced, boolean byAddress) {
    Identifier id = announced.chassis();
    boolean saysMac = id.kind() == Kind.MAC && Identifiers.isTelling(id);
    if (saysMac && KnownMacs.has(device, id.value())) {
      return Optional.empty();
    }
    if (saysMac && Token.hasChassisMac(device)) {
      return Optional.of("its chassis id is another");
    }
    Optional<SystemName> known = SystemName.of(device.sysName());
    boolean namesAgree = known.filter(name -> isNamed(announced, name)).isPresent();
    boolean saysName = SystemName.of(announced.name()).isPresent();
    if (byAddress && known.isPresent() && saysName && !namesAgree) {
      return Optional.of("its name is " + known.get().full());
    }
    // A name may be a factory default, an address reused: with a strange MAC, one is not enough.
    boolean isAddressed = announced.addresses().stream().anyMatch(device.addresses()::contains);
    boolean isStrange = saysMac && KnownMacs.excludes(device, id.value());
    return isStrange && !(namesAgree && isAddressed)
        ? Optional.of("its MAC addresses are others")
        : Optional.empty();
  }

  private static boolean isNamed(Announced announced, SystemName known) {
    return SystemName.of(announced.name()).filter(known::agreesWith).isPresent()
        || SystemName.inBrackets(announced.name()).filter(known::agreesWith).isPresent();
  }

  private List<Tier> words(NodeKey local, Observation seen) {
    SortedSet<NodeKey> owners = new TreeSet<>();
    WORDS
        .splitAsStream(seen.announced().name())
        .filter(word -> word.length() >= SHORTEST_WORD)
        .limit(MOST_WORDS)
        .flatMap(word -> Stream.of(word, DIRECTION.matcher(word).replaceFirst("")))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .distinct()
        .flatMap(word -> SystemName.of(word).stream())
        .forEach(name -> owners.addAll(named(local, name)));
    owners.remove(local);
    return owners.isEmpty()
        ? List.of()
        : List.of(tier("ifAlias", seen.announced().name(), Evidence.NAME, owners));
  }
}
