package org.opennms.plugins.trunkline.snmp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.SnmpCredentials;
import org.opennms.plugins.trunkline.config.SnmpProfile;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.config.SnmpSecret;
import org.opennms.plugins.trunkline.config.SnmpVersion;
import org.opennms.plugins.trunkline.inventory.FailureReason;
import org.opennms.plugins.trunkline.model.Device;

/**
 * Finds out how a device is to be asked: the first matching profile, its secrets fetched from the
 * vault and kept for a minute. May block on the vault. Thread-safe.
 */
public final class ProfileTargets {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int SHORTEST_PASSPHRASE = 8;
  private static final int MOST_LABELS = 100_000;

  private final Supplier<SnmpProfiles> profiles;
  private final Supplier<RequestOptions> standard;
  private final SecretVault vault;
  private final InstantSource clock;
  private final Map<SnmpSecret, Kept> secrets = new ConcurrentHashMap<>();
  private final Map<InetSocketAddress, String> labels = new ConcurrentHashMap<>();

  private record Kept(Optional<String> secret, Instant until) {
    @Override
    public String toString() {
      return "Kept[***]";
    }
  }

  /** How a device is to be asked, or why it cannot be. */
  public sealed interface Choice {
    /**
     * It can be asked.
     *
     * @param target address and credentials
     * @param profile where they come from
     */
    record Usable(SnmpTarget target, SnmpProfile profile) implements Choice {}

    /**
     * It cannot be asked.
     *
     * @param reason to group by
     * @param detail what to do, for an operator
     */
    record Unusable(FailureReason reason, String detail) implements Choice {}
  }

  /**
   * Chooses among the profiles that are in force at each call.
   *
   * @param profiles in force
   * @param standard what a profile leaves open
   * @param vault of the host
   * @param clock for how long secrets are kept
   */
  public ProfileTargets(
      Supplier<SnmpProfiles> profiles,
      Supplier<RequestOptions> standard,
      SecretVault vault,
      InstantSource clock) {
    this.profiles = profiles;
    this.standard = standard;
    this.vault = vault;
    this.clock = clock;
  }

  /** Chooses for a device. */
  public Choice choose(Device device) {
    if (device.address().isEmpty()) {
      return new Choice.Unusable(
          FailureReason.NO_ADDRESS,
          "The host knows no address for it. Give the node an interface, best one with SNMP"
              + " primary.");
    }
    InetAddress address = device.address().get();
    return profiles
        .get()
        .firstMatch(address, device.location(), device.foreignSource())
        .map(profile -> withSecrets(profile, device, address))
        .orElseGet(() -> noProfile(device, address));
  }

  private static Choice noProfile(Device device, InetAddress address) {
    String source = device.foreignSource().isEmpty() ? "none" : device.foreignSource();
    return new Choice.Unusable(
        FailureReason.NO_PROFILE,
        "No profile in trunkline/snmp.yaml matches address "
            + address.getHostAddress()
            + ", location "
            + device.location()
            + ", foreign source "
            + source
            + ". Add one, or widen a match.");
  }

  /** The label of the node that was last asked at an address; empty when none was. */
  public Optional<String> label(InetSocketAddress address) {
    return Optional.ofNullable(labels.get(address));
  }

  private Choice withSecrets(SnmpProfile profile, Device device, InetAddress address) {
    for (SnmpSecret secret : profile.credentials().secrets().toList()) {
      if (resolve(secret).isEmpty()) {
        return new Choice.Unusable(
            FailureReason.NO_SECRET,
            "Profile "
                + profile.name()
                + " refers to "
                + secret
                + ", which the vault does not"
                + " have. Create the alias as config-check says.");
      }
    }
    Optional<String> tooShort = shortPassphrase(profile.credentials());
    if (tooShort.isPresent()) {
      return new Choice.Unusable(FailureReason.NO_SECRET, tooShort.get());
    }
    InetSocketAddress agent = new InetSocketAddress(address, profile.port());
    if (labels.size() >= MOST_LABELS) {
      labels.clear();
    }
    labels.put(agent, device.label());
    return new Choice.Usable(new SnmpTarget(agent, security(profile), options(profile)), profile);
  }

  private Optional<String> shortPassphrase(SnmpCredentials credentials) {
    if (!(credentials instanceof SnmpCredentials.Usm usm)) {
      return Optional.empty();
    }
    return Stream.concat(
            usm.auth().stream().map(SnmpCredentials.Auth::passphrase),
            usm.priv().stream().map(SnmpCredentials.Priv::passphrase))
        .filter(secret -> resolve(secret).orElse("").length() < SHORTEST_PASSPHRASE)
        .findFirst()
        .map(secret -> "The passphrase " + secret + " has fewer than 8 characters (RFC 3414).");
  }

  private Optional<String> resolve(SnmpSecret secret) {
    Instant now = clock.instant();
    Kept kept = secrets.get(secret);
    if (kept == null || !now.isBefore(kept.until())) {
      kept = new Kept(secret.resolve(vault), now.plus(KEPT));
      secrets.values().removeIf(old -> !now.isBefore(old.until()));
      secrets.put(secret, kept);
    }
    return kept.secret();
  }

  private SnmpSecurity security(SnmpProfile profile) {
    if (profile.credentials() instanceof SnmpCredentials.Community community) {
      return new SnmpSecurity.Community(
          profile.version() == SnmpVersion.V1, text(community.community()));
    }
    SnmpCredentials.Usm usm = (SnmpCredentials.Usm) profile.credentials();
    return new SnmpSecurity.Usm(
        text(usm.user()),
        usm.contextName(),
        usm.auth().map(a -> new SnmpSecurity.Auth(a.protocol(), text(a.passphrase()))),
        usm.priv().map(p -> new SnmpSecurity.Priv(p.protocol(), text(p.passphrase()))));
  }

  private String text(SnmpSecret secret) {
    return resolve(secret).orElseThrow();
  }

  private RequestOptions options(SnmpProfile profile) {
    RequestOptions open = standard.get();
    return new RequestOptions(
        profile.timeout().orElse(open.timeout()),
        profile.retries().orElse(open.retries()),
        profile.maxRepetitions().orElse(open.maxRepetitions()));
  }
}
