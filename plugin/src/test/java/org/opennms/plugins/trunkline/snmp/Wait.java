package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** What the tests of the engine have in common. */
final class Wait {
  static final SnmpSecurity V1 = new SnmpSecurity.Community(true, "invented");
  static final SnmpSecurity V2C = new SnmpSecurity.Community(false, "invented");

  /** Gives up after about a second. */
  static final RequestOptions QUICK = new RequestOptions(Duration.ofMillis(300), 1, 25);

  private Wait() {}

  static SnmpTarget v1(InetSocketAddress address) {
    return new SnmpTarget(address, V1, QUICK);
  }

  static SnmpTarget v2c(InetSocketAddress address) {
    return new SnmpTarget(address, V2C, QUICK);
  }

  /** The result, which must come within half a minute: nothing may hang. */
  static <T> T forResult(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("no result", e);
    }
  }

  static <T> T success(CompletionStage<SnmpResult<T>> stage) {
    SnmpResult<T> result = forResult(stage);
    assertThat(result).isInstanceOf(SnmpResult.Success.class);
    return ((SnmpResult.Success<T>) result).value();
  }

  static <T> SnmpFailure failure(CompletionStage<SnmpResult<T>> stage) {
    SnmpResult<T> result = forResult(stage);
    assertThat(result).isInstanceOf(SnmpResult.Failure.class);
    return ((SnmpResult.Failure<T>) result).why();
  }

  static List<String> texts(List<VariableBinding> varbinds) {
    return varbinds.stream().map(vb -> vb.getVariable().toString()).toList();
  }

  static List<OID> oids(String... dotted) {
    return List.of(dotted).stream().map(OID::new).toList();
  }
}
