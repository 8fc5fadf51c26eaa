package org.opennms.plugins.trunkline.snmp.desk;

import java.time.Duration;
import java.util.List;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Failure;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.ReadingFailures;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.snmp.SnmpFailure;
import org.opennms.plugins.trunkline.snmp.SnmpResult;
import org.opennms.plugins.trunkline.snmp.TableRequest;
import org.opennms.plugins.trunkline.snmp.TableResult;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * One device, asked on an operator's behalf; waits for each answer.
 *
 * @param engine that asks
 * @param how address and credentials
 */
record Question(SnmpEngine engine, ProfileTargets.Choice.Usable how) {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** The objects, in their order. */
  List<VariableBinding> get(List<OID> objects) {
    SnmpResult<List<VariableBinding>> result =
        Patience.await(engine.get(how.target(), objects), LONGEST, "the request");
    if (result instanceof SnmpResult.Success<List<VariableBinding>> success) {
      return success.value();
    }
    Failure failure = failure(((SnmpResult.Failure<List<VariableBinding>>) result).why());
    throw new OperationException(failure.reason(), failure.remedy(), null);
  }

  TableResult table(TableRequest request) {
    return Patience.await(engine.table(how.target(), request), LONGEST, "the walk");
  }

  Failure failure(SnmpFailure why) {
    return new Failure(ReadingFailures.cause(why, how), ReadingFailures.remedy(why, how));
  }
}
