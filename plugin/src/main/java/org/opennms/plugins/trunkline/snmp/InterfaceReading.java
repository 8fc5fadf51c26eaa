package org.opennms.plugins.trunkline.snmp;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.opennms.plugins.trunkline.inventory.DeviceFingerprint;
import org.opennms.plugins.trunkline.inventory.DeviceReading;
import org.opennms.plugins.trunkline.inventory.Uptime;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/** The reading of one device, from the probe to the answer. Immutable. */
final class InterfaceReading {
  private final SnmpEngine engine;
  private final Device device;
  private final ProfileTargets.Choice.Usable choice;
  private final InstantSource clock;
  private final CompletableFuture<DeviceReading> caller;

  InterfaceReading(
      SnmpEngine engine,
      Device device,
      ProfileTargets.Choice.Usable choice,
      InstantSource clock,
      CompletableFuture<DeviceReading> caller) {
    this.engine = engine;
    this.device = device;
    this.choice = choice;
    this.clock = clock;
    this.caller = caller;
  }

  CompletableFuture<DeviceReading> start(Optional<DeviceFingerprint> known) {
    return Scalars.read(engine, choice.target(), IfMib.PROBE)
        .thenCompose(
            probe -> {
              if (probe instanceof SnmpResult.Failure<Scalars> failure) {
                return done(ReadingFailures.of(failure.why(), choice, 0));
              }
              Scalars system = ((SnmpResult.Success<Scalars>) probe).value();
              DeviceFingerprint now = fingerprint(system);
              return known.isPresent() && unchanged(known.get(), now)
                  ? done(new DeviceReading.Unchanged(now, system.varbinds()))
                  : readTables(system, now);
            });
  }

  private DeviceFingerprint fingerprint(Scalars system) {
    return new DeviceFingerprint(
        Math.max(0, system.number(IfMib.SYS_UP_TIME)),
        clock.millis(),
        system.number(IfMib.IF_TABLE_LAST_CHANGE),
        system.number(IfMib.IF_NUMBER),
        system.text(IfMib.SYS_DESCR),
        system.text(IfMib.SYS_NAME),
        system.text(IfMib.SYS_LOCATION));
  }

  /** Without ifTableLastChange a device cannot say that nothing changed. */
  private static boolean unchanged(DeviceFingerprint before, DeviceFingerprint now) {
    return now.ifTableLastChangeCentis() >= 0
        && before.ifTableLastChangeCentis() == now.ifTableLastChangeCentis()
        && before.ifNumber() == now.ifNumber()
        && before.sysDescr().equals(now.sysDescr())
        && before.sysName().equals(now.sysName())
        && before.sysLocation().equals(now.sysLocation())
        && !Uptime.restarted(before, now.sysUpTimeCentis(), now.readAtEpochMillis());
  }

  private CompletableFuture<DeviceReading> readTables(Scalars system, DeviceFingerprint now) {
    int expected = (int) Math.min(100_000, Math.max(0, now.ifNumber()));
    CompletableFuture<TableResult> interfaces =
        table(TableRequest.of(IfMib.INTERFACES).expecting(expected));
    CompletableFuture<TableResult> addresses = table(TableRequest.of(IfMib.ADDRESSES));
    CompletableFuture<SnmpResult<Chassis>> chassis = Chassis.read(engine, choice.target());
    CompletableFuture<LinkTables> links =
        LinkTables.read(engine, choice.target(), expected, this::table);
    return CompletableFuture.allOf(interfaces, addresses, chassis, links)
        .thenApply(
            all ->
                combine(
                    system,
                    now,
                    interfaces.join(),
                    addresses.join(),
                    chassis.join(),
                    links.join()));
  }

  private CompletableFuture<TableResult> table(TableRequest request) {
    CompletableFuture<TableResult> table = engine.table(choice.target(), request);
    CompletableFuture<DeviceReading> unused =
        caller.whenComplete(
            (reading, fault) -> {
              if (caller.isCancelled()) {
                table.cancel(false);
              }
            });
    return table;
  }

  private DeviceReading combine(
      Scalars system,
      DeviceFingerprint now,
      TableResult interfaces,
      TableResult addresses,
      SnmpResult<Chassis> chassisRead,
      LinkTables links) {
    int varbinds =
        system.varbinds() + interfaces.varbinds() + addresses.varbinds() + links.varbinds();
    InterfaceRows rows = new InterfaceRows(interfaces.columns());
    Optional<SnmpFailure> failure = failure(interfaces, rows.size(), now.ifNumber());
    if (failure.isPresent()) {
      return ReadingFailures.of(failure.get(), choice, varbinds);
    }
    List<String> remarks = new ArrayList<>();
    interfaces.defects().forEach(d -> remarks.add(d.column() + ": " + d.what()));
    addresses.failure().ifPresent(why -> remarks.add("Addresses not read: " + why.words()));
    Chassis chassis = chassis(chassisRead, remarks);
    Map<Integer, List<InterfaceAddress>> byIfIndex = AddressRows.byIfIndex(addresses.columns());
    List<NetworkInterface> read = LinkRows.join(rows.interfaces(device.key(), byIfIndex), links);
    remarks.addAll(rows.remarks());
    remarks.addAll(links.remarks());
    if (now.ifNumber() > rows.size()) {
      remarks.add("ifNumber is " + now.ifNumber() + ", but ifTable has " + rows.size() + " rows");
    }
    return new DeviceReading.Complete(
        facts(system, chassis), read, now, remarks, varbinds + chassis.varbinds());
  }

  private static Chassis chassis(SnmpResult<Chassis> read, List<String> remarks) {
    if (read instanceof SnmpResult.Success<Chassis> success) {
      return success.value();
    }
    SnmpFailure why = ((SnmpResult.Failure<Chassis>) read).why();
    remarks.add("ENTITY-MIB not read: " + why.words());
    return Chassis.UNKNOWN;
  }

  /** Missing rows must not pass for interfaces that are gone. */
  private static Optional<SnmpFailure> failure(TableResult table, int rows, long ifNumber) {
    if (table.failure().isPresent()) {
      return table.failure();
    }
    boolean enough = ifNumber > 0 && rows >= ifNumber;
    return table.defects().isEmpty() || enough
        ? Optional.empty()
        : Optional.of(new SnmpFailure.Garbage(table.defects().get(0).what()));
  }

  private static DeviceFacts facts(Scalars system, Chassis chassis) {
    String sysDescr = system.text(IfMib.SYS_DESCR);
    String sysObjectId = system.objectId(IfMib.SYS_OBJECT_ID);
    int enterprise = Manufacturers.enterprise(sysObjectId);
    String model = orElse(chassis.model(), SoftwareText.model(sysDescr));
    return new DeviceFacts(
        system.text(IfMib.SYS_NAME),
        sysDescr,
        sysObjectId,
        system.text(IfMib.SYS_LOCATION),
        system.text(IfMib.SYS_CONTACT),
        DeviceTypes.of(enterprise, sysDescr, model),
        orElse(chassis.manufacturer(), Manufacturers.name(enterprise)),
        model,
        orElse(chassis.software(), orElse(chassis.firmware(), SoftwareText.firmware(sysDescr))),
        chassis.serial());
  }

  private static String orElse(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static CompletableFuture<DeviceReading> done(DeviceReading reading) {
    return CompletableFuture.completedFuture(reading);
  }
}
