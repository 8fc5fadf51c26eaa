package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.snmp4j.smi.VariableBinding;

/** One request whose answer is handed over as it is: GET, GETNEXT, GETBULK, SET or an inform. */
final class SingleQuery implements Query {
  private final RequestPdu pdu;
  private final Executor callbacks;
  private final Dispatcher dispatcher;
  private final CompletableFuture<SnmpResult<List<VariableBinding>>> future =
      new CompletableFuture<>();

  SingleQuery(RequestPdu pdu, Executor callbacks, Dispatcher dispatcher) {
    this.pdu = pdu;
    this.callbacks = callbacks;
    this.dispatcher = dispatcher;
  }

  CompletableFuture<SnmpResult<List<VariableBinding>>> future() {
    return future;
  }

  @Override
  public RequestPdu pdu(int attempt) {
    return pdu;
  }

  @Override
  public boolean cancelled() {
    return future.isDone();
  }

  @Override
  public boolean repeatable() {
    return pdu.type() != PduType.SET;
  }

  @Override
  public void answered(AnswerPdu answer, Answered how) throws MalformedMessageException {
    if (answer.errorStatus() != ErrorStatus.NO_ERROR) {
      failed(new SnmpFailure.AgentError(answer.errorStatus(), answer.errorIndex()));
      return;
    }
    List<VariableBinding> varbinds = answer.toVariableBindings();
    dispatcher.count(how.device(), Counters.Event.VARBIND, varbinds.size());
    int most = mostVarbinds();
    if (varbinds.size() > most) {
      dispatcher.discard(how.device(), Discard.EXCESS, varbinds.size() - (long) most);
      varbinds = new ArrayList<>(varbinds.subList(0, most));
    }
    if (isExact() && !sameNames(varbinds)) {
      dispatcher.discard(how.device(), Discard.OUTSIDE_REQUEST, varbinds.size());
      failed(new SnmpFailure.Garbage("other objects than were asked for"));
    } else if (!isExact() && !increasing(varbinds)) {
      dispatcher.discard(how.device(), Discard.NOT_INCREASING, 1);
      failed(new SnmpFailure.Garbage("an object that does not come after the one asked for"));
    } else {
      complete(new SnmpResult.Success<>(varbinds));
    }
  }

  private boolean isExact() {
    return pdu.type() != PduType.GET_NEXT && pdu.type() != PduType.GET_BULK;
  }

  private int mostVarbinds() {
    if (pdu.type() != PduType.GET_BULK) {
      return pdu.names().length;
    }
    int single = Math.min(pdu.second(), pdu.names().length);
    return single + pdu.third() * (pdu.names().length - single);
  }

  private boolean sameNames(List<VariableBinding> varbinds) {
    if (varbinds.size() != pdu.names().length) {
      return false;
    }
    for (int i = 0; i < varbinds.size(); i++) {
      if (!Arrays.equals(varbinds.get(i).getOid().getValue(), pdu.names()[i])) {
        return false;
      }
    }
    return true;
  }

  /** Only endOfMibView may repeat the name that was asked for. */
  private boolean increasing(List<VariableBinding> varbinds) {
    int columns = pdu.names().length;
    for (int i = 0; i < Math.min(columns, varbinds.size()); i++) {
      int[] name = varbinds.get(i).getOid().getValue();
      int[] asked = pdu.names()[i];
      if (!varbinds.get(i).isException()
          && SubIds.compare(name, name.length, asked, asked.length) <= 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void failed(SnmpFailure why) {
    complete(new SnmpResult.Failure<>(why));
  }

  private void complete(SnmpResult<List<VariableBinding>> result) {
    Completions.complete(callbacks, future, result);
  }
}
