package org.opennms.plugins.trunkline.sandbox.network.agent;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.opennms.plugins.trunkline.sandbox.network.mib.MibView;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** A MIB view whose order of instances is broken, as broken agents do it. */
record FaultyView(MibView healthy, WireFaults.Rows fault) implements MibView {
  private static final OID TABLES = new OID("1.3.6.1.2.1.2.2");
  private static final int ROWS_BEFORE_LOOP = 3;

  static MibView of(MibView healthy, WireFaults.Rows fault) {
    return fault == WireFaults.Rows.SORTED ? healthy : new FaultyView(healthy, fault);
  }

  @Override
  public Variable get(OID instance, long now) {
    return healthy.get(instance, now);
  }

  @Override
  public Iterator<VariableBinding> after(OID start, long now) {
    return switch (fault) {
      case SORTED -> healthy.after(start, now);
      case REPEATED -> repeat(start, now);
      case LOOPING -> loop(start, now);
      case OUT_OF_ORDER -> swap(start, now);
    };
  }

  /** Asked for what follows an instance, it returns that instance again. */
  private Iterator<VariableBinding> repeat(OID start, long now) {
    Variable same = healthy.get(start, now);
    if (same == null) {
      return healthy.after(start, now);
    }
    return Collections.nCopies(ROWS_BEFORE_LOOP, new VariableBinding(start, same)).iterator();
  }

  /** After a few rows of a column of ifTable its first row comes again. */
  private Iterator<VariableBinding> loop(OID start, long now) {
    if (!start.startsWith(TABLES) || start.size() <= TABLES.size() + 1) {
      return healthy.after(start, now);
    }
    OID column = new OID(start.getValue(), 0, TABLES.size() + 2);
    List<VariableBinding> rows =
        stream(healthy.after(column, now))
            .limit(ROWS_BEFORE_LOOP)
            .takeWhile(row -> row.getOid().startsWith(column))
            .toList();
    if (rows.isEmpty()) {
      return healthy.after(start, now);
    }
    long passed = rows.stream().filter(row -> row.getOid().compareTo(start) <= 0).count();
    return Stream.iterate(0, number -> number + 1)
        .map(number -> rows.get((int) ((passed + number) % rows.size())))
        .iterator();
  }

  /** The next two instances come in the wrong order. */
  private Iterator<VariableBinding> swap(OID start, long now) {
    Iterator<VariableBinding> rest = healthy.after(start, now);
    List<VariableBinding> pair = stream(rest).limit(2).toList();
    List<VariableBinding> swapped = pair.size() < 2 ? pair : List.of(pair.get(1), pair.get(0));
    return Stream.concat(swapped.stream(), stream(rest)).iterator();
  }

  private static Stream<VariableBinding> stream(Iterator<VariableBinding> iterator) {
    Iterable<VariableBinding> iterable = () -> iterator;
    return StreamSupport.stream(iterable.spliterator(), false);
  }
}
