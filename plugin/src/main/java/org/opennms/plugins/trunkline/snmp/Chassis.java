package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * A device's chassis row in ENTITY-MIB (RFC 6933); empty texts where it has none.
 *
 * @param firmware entPhysicalFirmwareRev
 * @param software entPhysicalSoftwareRev
 * @param serial entPhysicalSerialNum
 * @param manufacturer entPhysicalMfgName
 * @param model entPhysicalModelName
 * @param varbinds received for it
 */
record Chassis(
    String firmware,
    String software,
    String serial,
    String manufacturer,
    String model,
    int varbinds) {
  static final Chassis UNKNOWN = new Chassis("", "", "", "", "", 0);
  private static final int CHASSIS = 3;
  private static final int ROWS_LOOKED_AT = 500;

  /**
   * Reads it. Nearly always the chassis is the table's first row, so that one request does; only a
   * stack, or an odd device, costs a walk of entPhysicalClass.
   */
  static CompletableFuture<SnmpResult<Chassis>> read(SnmpEngine engine, SnmpTarget target) {
    return engine
        .getNext(target, IfMib.CHASSIS)
        .thenCompose(
            first -> {
              if (first instanceof SnmpResult.Failure<List<VariableBinding>> failure) {
                return done(failure(failure.why()));
              }
              List<VariableBinding> row =
                  ((SnmpResult.Success<List<VariableBinding>>) first).value();
              Optional<OID> index = indexOf(row);
              if (index.isEmpty()) {
                return done(new SnmpResult.Success<>(UNKNOWN));
              }
              return row.get(0).getVariable().toInt() == CHASSIS
                  ? done(new SnmpResult.Success<>(of(row, index.get(), row.size())))
                  : search(engine, target, row.size());
            });
  }

  private static CompletableFuture<SnmpResult<Chassis>> search(
      SnmpEngine engine, SnmpTarget target, int spent) {
    TableRequest classes =
        TableRequest.of(List.of(IfMib.ENT_PHYSICAL_CLASS)).atMost(ROWS_LOOKED_AT);
    return engine
        .table(target, classes)
        .thenCompose(
            table -> {
              Column column = table.columns().get(0);
              for (int row = 0; row < column.rows(); row++) {
                if (column.number(row) == CHASSIS) {
                  return fetch(
                      engine, target, new OID(column.index(row)), spent + table.varbinds());
                }
              }
              return done(new SnmpResult.Success<>(UNKNOWN));
            });
  }

  private static CompletableFuture<SnmpResult<Chassis>> fetch(
      SnmpEngine engine, SnmpTarget target, OID index, int spent) {
    List<OID> objects = new ArrayList<>();
    IfMib.CHASSIS.forEach(column -> objects.add(new OID(column).append(index)));
    return engine
        .get(target, objects)
        .thenApply(
            row ->
                row instanceof SnmpResult.Success<List<VariableBinding>> success
                    ? new SnmpResult.Success<>(
                        of(success.value(), index, spent + success.value().size()))
                    : failure(((SnmpResult.Failure<List<VariableBinding>>) row).why()));
  }

  private static SnmpResult<Chassis> failure(SnmpFailure why) {
    // SNMPv1 says so where there is no ENTITY-MIB.
    return why instanceof SnmpFailure.AgentError error && error.status() == ErrorStatus.NO_SUCH_NAME
        ? new SnmpResult.Success<>(UNKNOWN)
        : new SnmpResult.Failure<>(why);
  }

  private static Optional<OID> indexOf(List<VariableBinding> row) {
    if (row.isEmpty() || !row.get(0).getOid().startsWith(IfMib.ENT_PHYSICAL_CLASS)) {
      return Optional.empty();
    }
    return Optional.of(row.get(0).getOid().getSuffix(IfMib.ENT_PHYSICAL_CLASS));
  }

  private static Chassis of(List<VariableBinding> row, OID index, int varbinds) {
    Scalars values = Scalars.of(row);
    return new Chassis(
        values.text(at(IfMib.ENT_PHYSICAL_FIRMWARE_REV, index)),
        values.text(at(IfMib.ENT_PHYSICAL_SOFTWARE_REV, index)),
        values.text(at(IfMib.ENT_PHYSICAL_SERIAL_NUM, index)),
        values.text(at(IfMib.ENT_PHYSICAL_MFG_NAME, index)),
        values.text(at(IfMib.ENT_PHYSICAL_MODEL_NAME, index)),
        varbinds);
  }

  private static OID at(OID column, OID index) {
    return new OID(column).append(index);
  }

  private static CompletableFuture<SnmpResult<Chassis>> done(SnmpResult<Chassis> result) {
    return CompletableFuture.completedFuture(result);
  }
}
