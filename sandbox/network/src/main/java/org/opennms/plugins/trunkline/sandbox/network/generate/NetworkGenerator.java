package org.opennms.plugins.trunkline.sandbox.network.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.opennms.plugins.trunkline.sandbox.network.device.DeviceRole;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Link;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.device.PortKind;
import org.opennms.plugins.trunkline.sandbox.network.device.PortRole;

/**
 * Generates a network: carriers, edge, core, distribution, access, firewalls, branches and what
 * hangs on them. A pure function of its settings.
 */
public final class NetworkGenerator {
  private static final int SERVER_VLAN = 30;
  private static final int CAMERA_VLAN = 20;
  private static final int FOREIGN_PHONES_PER_SWITCH = 3;

  private final GeneratorSettings settings;
  private final SplittableRandom random;
  private final DeviceFactory factory;
  private final Cabling cabling;
  private final Fittings fittings;
  private final Map<DeviceRole, List<DeviceDraft>> devices = new EnumMap<>(DeviceRole.class);
  private final List<DeviceDraft> foreign = new ArrayList<>();

  private NetworkGenerator(GeneratorSettings settings) {
    this.settings = settings;
    random = new SplittableRandom(settings.seed());
    factory = new DeviceFactory(settings, random.split());
    TrafficPlan traffic = new TrafficPlan(random.split());
    cabling = new Cabling(traffic, random.split());
    fittings = new Fittings(traffic, random.split(), settings.ports() > 0);
  }

  /** The devices that have agents, in the order of their addresses. */
  public static List<GeneratedDevice> generate(GeneratorSettings settings) {
    return new NetworkGenerator(settings).run();
  }

  private List<GeneratedDevice> run() {
    Census.of(settings).forEach(this::make);
    connectCentre();
    connectSwitches();
    connectBranches();
    connectEndpoints();
    return build();
  }

  private void make(DeviceRole role, int count) {
    List<Site> sites = List.of(Site.values());
    int used = Math.min(sites.size(), 1 + settings.devices() / 30);
    int first = Math.floorMod((int) settings.seed(), sites.size());
    List<DeviceDraft> made = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      made.add(factory.managed(role, sites.get((first + number % used) % sites.size())));
    }
    devices.put(role, made);
  }

  private List<DeviceDraft> of(DeviceRole role) {
    return devices.getOrDefault(role, List.of());
  }

  private void connectCentre() {
    List<DeviceDraft> cores = of(DeviceRole.CORE);
    PortKind fast = settings.devices() > 200 ? PortKind.HUNDRED_GIGABIT : PortKind.TEN_GIGABIT;
    int firstProvider = random.nextInt(16);
    for (DeviceDraft edge : of(DeviceRole.EDGE)) {
      for (int number = 0; number < 2; number++) {
        Provider provider = Provider.of(firstProvider + number);
        uplink(edge, provider, number == 0 ? fast : PortKind.TEN_GIGABIT);
        cabling.trunk(cores.get(number % cores.size()), edge, fast, "Core");
      }
    }
    for (int number = 1; number < cores.size(); number++) {
      cabling.bundle(cores.get(number - 1), cores.get(number), fast, "Core");
    }
    for (DeviceDraft firewall : of(DeviceRole.FIREWALL)) {
      cabling.trunk(freest(DeviceRole.CORE), firewall, PortKind.TEN_GIGABIT, "FW");
    }
  }

  private void uplink(DeviceDraft router, Provider provider, PortKind kind) {
    DeviceDraft carrier = factory.foreign(DeviceRole.PROVIDER, router.site);
    foreign.add(carrier);
    cabling.uplink(router, carrier, kind, provider);
  }

  private void connectSwitches() {
    for (DeviceDraft distribution : of(DeviceRole.DISTRIBUTION)) {
      for (int number = 0; number < 2; number++) {
        cabling.trunk(freest(DeviceRole.CORE), distribution, PortKind.TEN_GIGABIT, "Core");
      }
    }
    for (DeviceDraft access : of(DeviceRole.ACCESS)) {
      DeviceDraft upper = freest(DeviceRole.DISTRIBUTION);
      if (upper.free() >= 2 && random.nextBoolean()) {
        cabling.bundle(upper, access, PortKind.TEN_GIGABIT, "Access");
      } else if (upper.free() >= 1) {
        cabling.trunk(upper, access, PortKind.TEN_GIGABIT, "Access");
      }
    }
  }

  private void connectBranches() {
    int provider = random.nextInt(16);
    for (DeviceDraft branch : of(DeviceRole.BRANCH)) {
      DeviceDraft hub = freest(DeviceRole.EDGE);
      hub = hub.free() > 0 ? hub : freest(DeviceRole.DISTRIBUTION);
      if (hub.free() > 0) {
        cabling.branch(hub, branch, Provider.of(provider + random.nextInt(3)));
      }
      if (random.nextInt(5) == 0) {
        uplink(branch, Provider.of(provider + random.nextInt(4)), PortKind.GIGABIT);
      }
    }
  }

  private void connectEndpoints() {
    for (DeviceDraft server : of(DeviceRole.SERVER)) {
      plugServer(server);
    }
    of(DeviceRole.PHONE).forEach(phone -> plug(phone, PortRole.VOICE));
    of(DeviceRole.CAMERA).forEach(camera -> plug(camera, PortRole.CAMERA));
    for (DeviceDraft access : of(DeviceRole.ACCESS)) {
      int phones = random.nextInt(FOREIGN_PHONES_PER_SWITCH + 1);
      for (int number = 0; number < phones && access.free() > 0; number++) {
        DeviceDraft phone = factory.foreign(DeviceRole.PHONE, access.site);
        foreign.add(phone);
        cabling.appliance(access, phone, PortRole.VOICE, SERVER_VLAN);
      }
    }
  }

  private void plugServer(DeviceDraft server) {
    DeviceDraft bridge = freest(DeviceRole.ACCESS);
    if (bridge.free() > 0) {
      cabling.server(bridge, server, SERVER_VLAN);
    }
  }

  private void plug(DeviceDraft appliance, PortRole role) {
    DeviceDraft bridge = freest(DeviceRole.ACCESS);
    if (bridge.free() > 0) {
      cabling.appliance(bridge, appliance, role, CAMERA_VLAN);
    }
  }

  private DeviceDraft freest(DeviceRole role) {
    return of(role).stream().max(Comparator.comparingInt(DeviceDraft::free)).orElseThrow();
  }

  private List<GeneratedDevice> build() {
    Map<DeviceDraft, GeneratedDevice> built = new LinkedHashMap<>();
    Map<PortDraft, Port> ports = new LinkedHashMap<>();
    devices.values().forEach(drafts -> drafts.forEach(draft -> build(draft, built, ports)));
    List<GeneratedDevice> managed = List.copyOf(built.values());
    foreign.forEach(draft -> build(draft, built, ports));
    ports.forEach((draft, port) -> join(draft, port, built, ports));
    return managed.stream()
        .sorted(Comparator.comparingInt(device -> device.identity().address()))
        .toList();
  }

  private void build(
      DeviceDraft draft, Map<DeviceDraft, GeneratedDevice> built, Map<PortDraft, Port> ports) {
    fittings.complete(draft);
    GeneratedDevice device = draft.toDevice();
    ports.putAll(draft.build(device));
    built.put(draft, device);
  }

  private static void join(
      PortDraft draft,
      Port port,
      Map<DeviceDraft, GeneratedDevice> built,
      Map<PortDraft, Port> ports) {
    if (draft.lag != null) {
      port.join(ports.get(draft.lag));
    }
    if (draft.peer != null && port.link() == null) {
      Link.End near = new Link.End(built.get(draft.device), port);
      PortDraft far = draft.peer;
      new Link(near, new Link.End(built.get(far.device), ports.get(far))).plugIn();
    }
  }
}
