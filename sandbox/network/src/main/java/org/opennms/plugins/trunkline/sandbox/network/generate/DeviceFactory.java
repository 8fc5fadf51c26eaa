package org.opennms.plugins.trunkline.sandbox.network.generate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.opennms.plugins.trunkline.sandbox.network.device.DeviceRole;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Platform;

/** Makes devices: their names, platforms, addresses and uptimes. */
final class DeviceFactory {
  private static final long LATEST_BOOT = Instant.parse("2026-10-15T00:00:00Z").toEpochMilli();
  private static final long LOCALLY_ADMINISTERED = 0x0200_0000_0000L;
  private static final int DOCUMENTATION_NETWORK = 0xc633_6400;
  private static final int PORTS_PER_MAC_BLOCK = 1024;
  private static final int HOSTS_PER_NETWORK = 254;

  private final GeneratorSettings settings;
  private final SplittableRandom random;
  private final Map<Site, Aliases> habits = new HashMap<>();
  private final Map<String, Integer> names = new HashMap<>();
  private int made;
  private int foreign;

  DeviceFactory(GeneratorSettings settings, SplittableRandom random) {
    this.settings = settings;
    this.random = random;
  }

  /** A device that has an agent. */
  DeviceDraft managed(DeviceRole role, Site site) {
    int number = made++;
    int address =
        settings.network() + number / HOSTS_PER_NETWORK * 256 + number % HOSTS_PER_NETWORK;
    return draft(role, site, address + 1);
  }

  /** A device without an agent: neighbours see it, the host does not know it. */
  DeviceDraft foreign(DeviceRole role, Site site) {
    return draft(role, site, DOCUMENTATION_NETWORK + 1 + foreign++ % HOSTS_PER_NETWORK);
  }

  private DeviceDraft draft(DeviceRole role, Site site, int address) {
    Platform platform = platform(role);
    String label = label(role, site);
    int serial = made + foreign;
    var identity =
        new GeneratedDevice.Identity(
            label,
            role,
            platform,
            site.city() + ", rack " + (1 + random.nextInt(40)),
            site.utcOffsetHours(),
            address,
            LOCALLY_ADMINISTERED | ((long) serial * PORTS_PER_MAC_BLOCK),
            String.format(
                Locale.ROOT, "XX%02d%04X%03d", random.nextInt(100), serial, serial % 1000));
    String sysName = random.nextInt(3) == 0 ? label + "." + site.code() + ".example.net" : label;
    long uptime = Duration.ofHours(random.nextInt(24 * 300)).toMillis() + random.nextInt(3_600_000);
    Aliases aliases = habits.computeIfAbsent(site, key -> new Aliases(key, random.split()));
    return new DeviceDraft(
        identity, sysName, LATEST_BOOT - uptime, site, aliases, capacity(role, platform));
  }

  private String label(DeviceRole role, Site site) {
    String kind =
        switch (role) {
          case PROVIDER -> "pe";
          case EDGE -> "er";
          case CORE -> "cr";
          case DISTRIBUTION -> "ds";
          case ACCESS -> "sw";
          case BRANCH -> "br";
          case FIREWALL -> "fw";
          case SERVER -> "srv";
          case PHONE -> "phone";
          case CAMERA -> "cam";
        };
    String stem = site.code() + "-" + kind;
    return stem + names.merge(stem, 1, Integer::sum);
  }

  private int capacity(DeviceRole role, Platform platform) {
    if (settings.ports() > 0) {
      return settings.ports();
    }
    return switch (role) {
      case PROVIDER -> Integer.MAX_VALUE;
      case EDGE, CORE -> 64;
      case DISTRIBUTION -> 52;
      case ACCESS -> random.nextInt(3) == 0 ? 28 : 52;
      case BRANCH -> 10;
      case FIREWALL -> 16;
      case SERVER -> platform == Platform.WINDOWS_SERVER ? 2 : 4;
      case PHONE -> 2;
      case CAMERA -> 1;
    };
  }

  private Platform platform(DeviceRole role) {
    return switch (role) {
      case PROVIDER -> Platform.PROVIDER_EDGE;
      case EDGE ->
          pick(Platform.ASR_1000, Platform.ASR_9000, Platform.JUNIPER_MX, Platform.HUAWEI_NE);
      case CORE -> pick(Platform.NEXUS_9000, Platform.JUNIPER_MX, Platform.ARISTA_7050);
      case DISTRIBUTION ->
          pick(
              Platform.CATALYST_9300,
              Platform.NEXUS_9000,
              Platform.ARISTA_7050,
              Platform.JUNIPER_EX,
              Platform.HUAWEI_S5700,
              Platform.COMWARE);
      case ACCESS ->
          pick(
              Platform.CATALYST_9300,
              Platform.CATALYST_2960,
              Platform.CATALYST_2960,
              Platform.JUNIPER_EX,
              Platform.HUAWEI_S5700,
              Platform.PROCURVE,
              Platform.ARUBA_CX,
              Platform.COMWARE);
      case BRANCH ->
          pick(
              Platform.ISR_4331,
              Platform.ISR_4331,
              Platform.MIKROTIK,
              Platform.HUAWEI_AR,
              Platform.JUNIPER_SRX);
      case FIREWALL -> pick(Platform.FORTIGATE, Platform.PALO_ALTO, Platform.JUNIPER_SRX);
      case SERVER -> pick(Platform.LINUX_SERVER, Platform.LINUX_SERVER, Platform.WINDOWS_SERVER);
      case PHONE -> pick(Platform.CISCO_PHONE, Platform.YEALINK_PHONE);
      case CAMERA -> Platform.AXIS_CAMERA;
    };
  }

  private Platform pick(Platform... platforms) {
    return List.of(platforms).get(random.nextInt(platforms.length));
  }
}
