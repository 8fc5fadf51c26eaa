package org.opennms.plugins.trunkline.sandbox.network.agent;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.opennms.plugins.trunkline.sandbox.network.mib.MibView;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.SMIConstants;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Answers a request from a MIB view, as RFC 3416 and, for SNMPv1, RFC 1157 demand. */
final class RequestProcessor {

  /** No PDU is longer than its header and this many varbinds, whatever the sizes allow. */
  private static final int MAX_VARBINDS = 20_000;

  /** The length fields of an empty PDU grow by up to three octets each. */
  private static final int LENGTH_GROWTH = 12;

  private RequestProcessor() {}

  /**
   * Fills a response.
   *
   * @param request GET, GETNEXT, GETBULK or SET
   * @param v1 whether there are no exceptions and no Counter64
   * @param maxSize octets that the response PDU may have
   */
  static PDU answer(PDU request, MibView mib, boolean v1, int maxSize, long now) {
    PDU response =
        switch (request.getType()) {
          case PDU.GET -> v1 ? getV1(request, mib, now) : get(request, mib, now);
          case PDU.GETNEXT -> v1 ? nextV1(request, mib, now) : next(request, mib, now);
          case PDU.GETBULK -> bulk(request, mib, maxSize, now);
          default -> error(request, v1 ? PDU.noSuchName : PDU.notWritable, 1);
        };
    boolean fits = response.getBERLength() <= maxSize;
    return fits ? response : tooBig(request, v1);
  }

  /** SNMPv2 and later return tooBig without varbinds, SNMPv1 with those of the request. */
  static PDU tooBig(PDU request, boolean v1) {
    if (v1) {
      return error(request, PDU.tooBig, 0);
    }
    PDU response = response(request);
    response.setErrorStatus(PDU.tooBig);
    return response;
  }

  static PDU error(PDU request, int status, int position) {
    PDU response = response(request);
    response.setErrorStatus(status);
    response.setErrorIndex(position);
    response.addAll(request.getVariableBindings());
    return response;
  }

  private static PDU response(PDU request) {
    PDU response = request instanceof ScopedPDU scoped ? scoped(scoped) : new PDU();
    response.setType(PDU.RESPONSE);
    response.setRequestID(request.getRequestID());
    return response;
  }

  private static PDU scoped(ScopedPDU request) {
    ScopedPDU response = new ScopedPDU();
    response.setContextEngineID(request.getContextEngineID());
    response.setContextName(request.getContextName());
    return response;
  }

  private static PDU get(PDU request, MibView mib, long now) {
    PDU response = response(request);
    for (VariableBinding asked : request.getVariableBindings()) {
      Variable value = mib.get(asked.getOid(), now);
      response.add(
          new VariableBinding(asked.getOid(), value == null ? absent(asked, mib, now) : value));
    }
    return response;
  }

  /**
   * noSuchObject where not even the column exists, noSuchInstance where only the row is missing.
   */
  private static Variable absent(VariableBinding asked, MibView mib, long now) {
    OID oid = asked.getOid();
    if (oid.size() > 1) {
      OID object = new OID(oid.getValue(), 0, oid.size() - 1);
      Iterator<VariableBinding> rest = mib.after(object, now);
      if (rest.hasNext() && rest.next().getOid().startsWith(object)) {
        return Null.noSuchInstance;
      }
    }
    return Null.noSuchObject;
  }

  private static PDU next(PDU request, MibView mib, long now) {
    PDU response = response(request);
    for (VariableBinding asked : request.getVariableBindings()) {
      Iterator<VariableBinding> rest = mib.after(asked.getOid(), now);
      response.add(rest.hasNext() ? rest.next() : end(asked.getOid()));
    }
    return response;
  }

  private static VariableBinding end(OID oid) {
    return new VariableBinding(oid, Null.endOfMibView);
  }

  private static PDU getV1(PDU request, MibView mib, long now) {
    PDU response = response(request);
    for (VariableBinding asked : request.getVariableBindings()) {
      Variable value = mib.get(asked.getOid(), now);
      if (value == null || value.getSyntax() == SMIConstants.SYNTAX_COUNTER64) {
        return error(request, PDU.noSuchName, response.size() + 1);
      }
      response.add(new VariableBinding(asked.getOid(), value));
    }
    return response;
  }

  private static PDU nextV1(PDU request, MibView mib, long now) {
    PDU response = response(request);
    for (VariableBinding asked : request.getVariableBindings()) {
      VariableBinding found = nextVisibleToV1(mib.after(asked.getOid(), now));
      if (found == null) {
        return error(request, PDU.noSuchName, response.size() + 1);
      }
      response.add(found);
    }
    return response;
  }

  private static VariableBinding nextVisibleToV1(Iterator<VariableBinding> rest) {
    while (rest.hasNext()) {
      VariableBinding found = rest.next();
      if (found.getSyntax() != SMIConstants.SYNTAX_COUNTER64) {
        return found;
      }
    }
    return null;
  }

  /** Fills the message up to its size and then stops: fewer repetitions are no error. */
  private static PDU bulk(PDU request, MibView mib, int maxSize, long now) {
    PDU response = response(request);
    List<? extends VariableBinding> asked = request.getVariableBindings();
    int nonRepeaters = Math.min(Math.max(0, request.getNonRepeaters()), asked.size());
    Bulk bulk = new Bulk(response, maxSize - response.getBERLength() - LENGTH_GROWTH);
    for (VariableBinding single : asked.subList(0, nonRepeaters)) {
      Iterator<VariableBinding> rest = mib.after(single.getOid(), now);
      bulk.add(rest.hasNext() ? rest.next() : end(single.getOid()));
    }
    List<Repeater> repeaters = new ArrayList<>();
    for (VariableBinding repeated : asked.subList(nonRepeaters, asked.size())) {
      repeaters.add(new Repeater(repeated.getOid(), mib.after(repeated.getOid(), now)));
    }
    int repetitions = Math.max(0, request.getMaxRepetitions());
    for (int count = 0; count < repetitions && bulk.addAll(repeaters); count++) {}
    return response;
  }

  /** One repeating variable of a GETBULK. */
  private static final class Repeater {
    private final Iterator<VariableBinding> rest;
    private OID last;

    Repeater(OID start, Iterator<VariableBinding> rest) {
      this.last = start;
      this.rest = rest;
    }

    VariableBinding next() {
      if (!rest.hasNext()) {
        return end(last);
      }
      VariableBinding found = rest.next();
      last = found.getOid();
      return found;
    }
  }

  /** A response that grows to a number of octets. */
  private static final class Bulk {
    private final PDU response;
    private int room;

    Bulk(PDU response, int room) {
      this.response = response;
      this.room = room;
    }

    boolean add(VariableBinding found) {
      room -= found.getBERLength();
      if (room < 0 || response.size() >= MAX_VARBINDS) {
        return false;
      }
      response.add(found);
      return true;
    }

    /** One repetition; false when the message is full or all variables are at their end. */
    boolean addAll(List<Repeater> repeaters) {
      boolean more = false;
      for (Repeater repeater : repeaters) {
        VariableBinding found = repeater.next();
        if (!add(found)) {
          return false;
        }
        more |= found.getSyntax() != SMIConstants.EXCEPTION_END_OF_MIB_VIEW;
      }
      return more;
    }
  }
}
