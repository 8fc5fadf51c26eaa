package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * A few objects read with as few requests as the agent allows: in SNMPv1, and with agents that fail
 * on one object, one bad object fails the whole request, so that the rest is asked for again.
 * Immutable.
 *
 * @param values by name; objects that the agent does not have are absent
 * @param varbinds received
 */
record Scalars(Map<OID, Variable> values, int varbinds) {
  Scalars {
    values = Map.copyOf(values);
  }

  /** Reads the objects; fails only when the agent answers none of them. */
  static CompletableFuture<SnmpResult<Scalars>> read(
      SnmpEngine engine, SnmpTarget target, List<OID> objects) {
    return read(engine, target, objects, objects.size());
  }

  private static CompletableFuture<SnmpResult<Scalars>> read(
      SnmpEngine engine, SnmpTarget target, List<OID> objects, int attemptsLeft) {
    return engine
        .get(target, objects)
        .thenCompose(
            result -> {
              if (result instanceof SnmpResult.Success<List<VariableBinding>> success) {
                return done(new SnmpResult.Success<>(of(success.value())));
              }
              SnmpFailure why = ((SnmpResult.Failure<List<VariableBinding>>) result).why();
              return why instanceof SnmpFailure.AgentError error && attemptsLeft > 0
                  ? withLess(engine, target, objects, error, attemptsLeft - 1)
                  : done(new SnmpResult.Failure<>(why));
            });
  }

  private static CompletableFuture<SnmpResult<Scalars>> withLess(
      SnmpEngine engine,
      SnmpTarget target,
      List<OID> objects,
      SnmpFailure.AgentError error,
      int attemptsLeft) {
    boolean named = error.index() >= 1 && error.index() <= objects.size();
    if (objects.size() == 1) {
      boolean absent = error.status() == ErrorStatus.NO_SUCH_NAME;
      return done(
          absent
              ? new SnmpResult.Success<>(new Scalars(Map.of(), 0))
              : new SnmpResult.Failure<>(error));
    }
    if (named && error.status() != ErrorStatus.TOO_BIG) {
      List<OID> rest = new ArrayList<>(objects);
      rest.remove(error.index() - 1);
      return read(engine, target, rest, attemptsLeft);
    }
    int half = objects.size() / 2;
    return read(engine, target, objects.subList(0, half), attemptsLeft)
        .thenCombine(
            read(engine, target, objects.subList(half, objects.size()), attemptsLeft),
            Scalars::both);
  }

  private static SnmpResult<Scalars> both(SnmpResult<Scalars> left, SnmpResult<Scalars> right) {
    if (left instanceof SnmpResult.Success<Scalars> first
        && right instanceof SnmpResult.Success<Scalars> second) {
      Map<OID, Variable> all = new HashMap<>(first.value().values);
      all.putAll(second.value().values);
      return new SnmpResult.Success<>(
          new Scalars(all, first.value().varbinds + second.value().varbinds));
    }
    return left instanceof SnmpResult.Success ? left : right;
  }

  private static <T> CompletableFuture<T> done(T value) {
    return CompletableFuture.completedFuture(value);
  }

  static Scalars of(List<VariableBinding> varbinds) {
    Map<OID, Variable> values = new HashMap<>();
    for (VariableBinding varbind : varbinds) {
      if (!varbind.isException() && !(varbind.getVariable() instanceof Null)) {
        values.put(varbind.getOid(), varbind.getVariable());
      }
    }
    return new Scalars(values, varbinds.size());
  }

  /** A text; empty when it is absent or no text. */
  String text(OID object) {
    return values.get(object) instanceof OctetString octets
        ? SnmpText.decode(octets.getValue())
        : "";
  }

  /** A number, -1 when it is absent or no number. */
  long number(OID object) {
    Variable value = values.get(object);
    if (value == null || value instanceof OctetString || value instanceof OID) {
      return -1;
    }
    return value instanceof TimeTicks ticks ? ticks.getValue() : value.toLong();
  }

  /** An OBJECT IDENTIFIER, dotted; empty when it is absent. */
  String objectId(OID object) {
    return values.get(object) instanceof OID oid ? oid.toDottedString() : "";
  }
}
