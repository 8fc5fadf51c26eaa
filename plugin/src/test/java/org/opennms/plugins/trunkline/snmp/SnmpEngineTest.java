package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.opennms.plugins.trunkline.snmp.Wait.failure;
import static org.opennms.plugins.trunkline.snmp.Wait.forResult;
import static org.opennms.plugins.trunkline.snmp.Wait.oids;
import static org.opennms.plugins.trunkline.snmp.Wait.success;
import static org.opennms.plugins.trunkline.snmp.Wait.texts;
import static org.opennms.plugins.trunkline.snmp.Wait.v1;
import static org.opennms.plugins.trunkline.snmp.Wait.v2c;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

class SnmpEngineTest {
  private static final String SYS_NAME = "1.3.6.1.2.1.1.5.0";
  private static final String IF_DESCR = "1.3.6.1.2.1.2.2.1.2";
  private static final String IN_OCTETS = "1.3.6.1.2.1.31.1.1.1.6";

  private SnmpEngine engine;
  private final List<FakeAgent> agents = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    engine = SnmpEngine.open(EngineSettings.DEFAULT);
  }

  @AfterEach
  void stop() {
    agents.forEach(FakeAgent::close);
    engine.close();
  }

  private FakeAgent agent() {
    FakeAgent agent = FakeAgent.start().with(SYS_NAME, new OctetString("edge1"));
    agents.add(agent);
    return agent;
  }

  private static Set<String> ourThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("trunkline-snmp") && t.isAlive())
        .map(Thread::getName)
        .collect(Collectors.toSet());
  }

  @Test
  void getbulk_gives_non_repeaters_once_and_the_others_repeatedly() {
    FakeAgent agent = agent().withColumn(IF_DESCR, 5, row -> new OctetString("port " + row));

    List<VariableBinding> varbinds =
        success(engine.getBulk(v2c(agent.address()), 1, 3, oids("1.3.6.1.2.1.1.5", IF_DESCR)));

    assertThat(texts(varbinds)).containsExactly("edge1", "port 1", "port 2", "port 3");
  }

  @Test
  void v1_refuses_getbulk_before_anything_is_sent() {
    SnmpTarget target = v1(agent().address());

    assertThatThrownBy(() -> engine.getBulk(target, 0, 10, oids(IF_DESCR)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_missing_object_is_an_exception_in_v2c_and_an_error_in_v1() {
    FakeAgent agent = agent();

    List<VariableBinding> v2c =
        success(engine.get(v2c(agent.address()), oids("1.3.6.1.2.1.1.9.0")));
    SnmpFailure v1 = failure(engine.get(v1(agent.address()), oids(SYS_NAME, "1.3.6.1.2.1.1.9.0")));

    assertThat(v2c.get(0).isException()).isTrue();
    assertThat(v1).isEqualTo(new SnmpFailure.AgentError(PDU.noSuchName, 2));
  }

  @Test
  void an_agent_with_an_ipv6_address_answers() {
    FakeAgent agent = FakeAgent.start("::1").with(SYS_NAME, new OctetString("six"));
    agents.add(agent);

    assertThat(texts(success(engine.get(v2c(agent.address()), oids(SYS_NAME)))))
        .containsExactly("six");
  }

  @Test
  void several_columns_are_walked_together_in_every_version() {
    FakeAgent agent =
        agent()
            .withColumn(IF_DESCR, 120, row -> new OctetString("port " + row))
            .withColumn(IN_OCTETS, 120, row -> new Integer32(row * 1000));

    for (SnmpTarget target : List.of(v1(agent.address()), v2c(agent.address()))) {
      TableResult result =
          forResult(engine.table(target, TableRequest.of(oids(IF_DESCR, IN_OCTETS))));

      assertThat(result.failure()).isEmpty();
      assertThat(result.columns()).allSatisfy(c -> assertThat(c.rows()).isEqualTo(120));
      assertThat(result.columns().get(1).number(119)).isEqualTo(120_000);
      assertThat(result.columns().get(0).index(119)).containsExactly(120);
    }
  }

  @Test
  void columns_of_different_length_and_with_holes_keep_their_own_rows() {
    FakeAgent agent =
        agent()
            .withColumn(IF_DESCR, 50, row -> new OctetString("port " + row))
            .with(IN_OCTETS + ".7", new Counter64(7))
            .with(IN_OCTETS + ".31", new Counter64(-1L));

    TableResult result =
        forResult(engine.table(v2c(agent.address()), TableRequest.of(oids(IF_DESCR, IN_OCTETS))));

    Column sparse = result.columns().get(1);
    assertThat(result.columns().get(0).rows()).isEqualTo(50);
    assertThat(sparse.rows()).isEqualTo(2);
    assertThat(sparse.find(31)).isEqualTo(1);
    assertThat(sparse.find(8)).isEqualTo(-1);
    assertThat(Long.toUnsignedString(sparse.number(1))).isEqualTo("18446744073709551615");
  }

  @Test
  void repetitions_grow_while_answers_are_full_and_are_remembered() {
    FakeAgent agent = agent().withColumn(IF_DESCR, 400, row -> new OctetString("port " + row));

    forResult(engine.walk(v2c(agent.address()), new OID(IF_DESCR)));

    assertThat(agent.requests())
        .extracting(r -> r.pdu().getMaxRepetitions())
        .startsWith(10, 15, 22, 25, 25);
    assertThat(engine.device(agent.address()).orElseThrow().repetitions()).isEqualTo(25);
  }

  @Test
  void a_hint_of_the_number_of_rows_saves_asking_beyond_the_end() {
    FakeAgent agent =
        agent()
            .withColumn(IF_DESCR, 12, row -> new OctetString("port " + row))
            .withColumn("1.3.6.1.2.1.2.2.1.3", 100, row -> new Integer32(6));

    TableResult result =
        forResult(
            engine.table(v2c(agent.address()), TableRequest.of(oids(IF_DESCR)).expecting(12)));

    assertThat(result.rows()).isEqualTo(12);
    assertThat(result.varbinds()).isEqualTo(13);
  }

  @Test
  void a_request_overrides_the_number_of_retries() {
    FakeAgent agent = agent().silent();
    SnmpTarget once =
        new SnmpTarget(
            agent.address(), Wait.V2C, new RequestOptions(Duration.ofMillis(100), 0, 25));

    SnmpFailure why = failure(engine.get(once, oids(SYS_NAME)));

    assertThat(((SnmpFailure.NoAnswer) why).attempts()).isEqualTo(1);
    assertThat(agent.requests()).hasSize(1);
    assertThat(engine.metrics().timeouts()).isEqualTo(1);
  }

  @Test
  void dead_devices_cost_the_living_nothing() {
    EngineSettings narrow = new EngineSettings(4, 2, 2, 10_000, 10_000, 10);
    RequestOptions patient = new RequestOptions(Duration.ofSeconds(20), 3, 25);
    try (SnmpEngine small = SnmpEngine.open(narrow)) {
      List<FakeAgent> dead = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        dead.add(agent().silent());
      }
      List<CompletableFuture<?>> waiting = new ArrayList<>();
      for (FakeAgent each : dead) {
        SnmpTarget target = new SnmpTarget(each.address(), Wait.V2C, patient);
        waiting.add(small.get(target, oids(SYS_NAME)));
        waiting.add(small.get(target, oids(SYS_NAME)));
      }
      FakeAgent living = agent();

      // Within seconds, although the dead ones hold out for more than a minute.
      SnmpTarget target = new SnmpTarget(living.address(), Wait.V2C, patient);
      for (int i = 0; i < 50; i++) {
        assertThat(texts(success(small.get(target, oids(SYS_NAME))))).containsExactly("edge1");
      }
      assertThat(waiting).noneMatch(CompletableFuture::isDone);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void no_device_gets_more_requests_at_once_than_allowed() {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    FakeAgent agent = agent();
    agent.behaving(
        (self, request) -> {
          most.accumulateAndGet(open.incrementAndGet(), Math::max);
          open.decrementAndGet();
          return FakeAgent.honest(self, request);
        });
    List<CompletableFuture<SnmpResult<List<VariableBinding>>>> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      all.add(engine.get(v2c(agent.address()), oids(SYS_NAME)));
    }

    all.forEach(Wait::success);
    assertThat(agent.requests()).hasSize(300);
    assertThat(most.get()).isBetween(1, 4);
  }

  @Test
  void a_device_that_is_silent_three_times_is_left_alone() {
    FakeAgent agent = agent().silent();
    SnmpTarget hasty =
        new SnmpTarget(agent.address(), Wait.V2C, new RequestOptions(Duration.ofMillis(50), 0, 25));
    for (int i = 0; i < 3; i++) {
      assertThat(failure(engine.get(hasty, oids(SYS_NAME))))
          .isInstanceOf(SnmpFailure.NoAnswer.class);
    }

    SnmpFailure why = failure(engine.get(hasty, oids(SYS_NAME)));

    assertThat(why).isInstanceOf(SnmpFailure.BreakerOpen.class);
    assertThat(why.words()).contains("next attempt in");
    assertThat(agent.requests()).hasSize(3);
    assertThat(engine.device(agent.address()).orElseThrow().breakerOpen()).isTrue();
  }

  @Test
  void a_cancelled_walk_sends_nothing_more() {
    FakeAgent agent = agent();
    CompletableFuture<TableResult> walk = new CompletableFuture<>();
    AtomicInteger answered = new AtomicInteger();
    CompletableFuture<CompletableFuture<TableResult>> started = new CompletableFuture<>();
    agent
        .withColumn(IF_DESCR, 50_000, row -> new Integer32(row))
        .behaving(
            (self, request) -> {
              if (answered.incrementAndGet() == 5) {
                started.join().cancel(false);
              }
              return FakeAgent.honest(self, request);
            });
    started.complete(engine.walk(v2c(agent.address()), new OID(IF_DESCR)));
    await().until(() -> started.join().isCancelled());

    success(engine.get(v2c(agent.address()), oids(SYS_NAME)));

    assertThat(walk).isNotDone();
    assertThat(agent.requests()).hasSizeLessThan(10);
  }

  @Test
  void too_many_waiting_requests_are_refused_and_not_queued() throws IOException {
    try (SnmpEngine small = SnmpEngine.open(new EngineSettings(1, 1, 1, 3, 10, 10))) {
      SnmpTarget target = v2c(agent().silent().address());
      List<CompletableFuture<SnmpResult<List<VariableBinding>>>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        all.add(small.get(target, oids(SYS_NAME)));
      }

      List<SnmpFailure> why = all.stream().map(Wait::failure).toList();

      assertThat(why).anyMatch(SnmpFailure.Overloaded.class::isInstance);
      assertThat(why).anyMatch(SnmpFailure.NoAnswer.class::isInstance);
    }
  }

  @Test
  void what_cannot_be_sent_fails_at_once_with_the_systems_words() {
    SnmpTarget nowhere = v2c(new InetSocketAddress("240.0.0.1", 161));

    SnmpFailure why = failure(engine.get(nowhere, oids(SYS_NAME)));

    assertThat(why).isInstanceOfAny(SnmpFailure.Unsendable.class, SnmpFailure.NoAnswer.class);
  }

  @Test
  void closing_ends_all_threads_and_fails_what_is_under_way() throws IOException {
    stop();
    await().until(() -> ourThreads().isEmpty());
    engine = SnmpEngine.open(EngineSettings.DEFAULT);
    SnmpTarget patient =
        new SnmpTarget(agent().silent().address(), Wait.V2C, RequestOptions.DEFAULT);
    CompletableFuture<SnmpResult<List<VariableBinding>>> sent = engine.get(patient, oids(SYS_NAME));
    CompletableFuture<SnmpResult<List<VariableBinding>>> queued =
        engine.get(patient, oids(SYS_NAME));
    CompletableFuture<TableResult> walk = engine.walk(patient, new OID(IF_DESCR));
    assertThat(ourThreads()).contains("trunkline-snmp-loop").hasSizeLessThanOrEqualTo(3);

    engine.close();
    engine.close();

    assertThat(failure(sent)).isInstanceOf(SnmpFailure.Stopped.class);
    assertThat(failure(queued)).isInstanceOf(SnmpFailure.Stopped.class);
    assertThat(forResult(walk).failure()).containsInstanceOf(SnmpFailure.Stopped.class);
    assertThat(ourThreads()).isEmpty();
  }

  @Test
  void a_request_after_closing_fails_and_does_not_hang() {
    engine.close();

    assertThat(failure(engine.get(v2c(agent().address()), oids(SYS_NAME))))
        .isInstanceOf(SnmpFailure.Stopped.class);
    assertThat(forResult(engine.walk(v2c(agent().address()), new OID(IF_DESCR))).failure())
        .containsInstanceOf(SnmpFailure.Stopped.class);
  }

  @Test
  void two_hundred_devices_need_no_more_threads_than_one() {
    List<CompletableFuture<SnmpResult<List<VariableBinding>>>> all = new ArrayList<>();
    FakeAgent agent = FakeAgent.start("0.0.0.0").with(SYS_NAME, new OctetString("edge1"));
    agents.add(agent);
    for (int i = 1; i <= 200; i++) {
      InetSocketAddress address = new InetSocketAddress("127.0.1." + i, agent.address().getPort());
      all.add(engine.get(v2c(address), oids(SYS_NAME)));
    }
    assertThat(ourThreads()).hasSizeLessThanOrEqualTo(3);
    // Its answers come from one address, whatever address was asked.
    all.forEach(Wait::forResult);
    assertThat(engine.devices()).hasSize(200);
  }

  @Test
  void metrics_add_up_per_device_and_in_all() {
    FakeAgent one = agent();
    FakeAgent two = agent();
    success(engine.get(v2c(one.address()), oids(SYS_NAME)));
    success(engine.get(v2c(two.address()), oids(SYS_NAME)));
    success(engine.get(v2c(two.address()), oids(SYS_NAME)));

    assertThat(engine.metrics().requests()).isEqualTo(3);
    assertThat(engine.metrics().varbinds()).isEqualTo(3);
    SnmpDeviceStatus status = engine.device(two.address()).orElseThrow();
    assertThat(status.metrics().requests()).isEqualTo(2);
    assertThat(status.roundTripMicros()).isPositive();
    assertThat(status.breakerOpen()).isFalse();
  }
}
