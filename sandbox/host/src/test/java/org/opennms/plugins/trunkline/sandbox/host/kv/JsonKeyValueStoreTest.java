package org.opennms.plugins.trunkline.sandbox.host.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opennms.plugins.trunkline.sandbox.host.MovableClock;
import org.opennms.plugins.trunkline.sandbox.host.faults.Fault;
import org.opennms.plugins.trunkline.sandbox.host.faults.Faults;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;
import org.opennms.plugins.trunkline.sandbox.host.storage.StorageException;
import org.opennms.plugins.trunkline.sandbox.host.storage.TestDatabases;

class JsonKeyValueStoreTest {

  private final MovableClock clock = new MovableClock();
  private final Faults faults = new Faults();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private Database database;

  private JsonKeyValueStore store(Dialect dialect) {
    database = Database.open(TestDatabases.fresh(dialect));
    return new JsonKeyValueStore(database, faults, clock, threads);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    database.close();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_value_is_read_back_as_the_same_json(Dialect dialect) throws Exception {
    JsonKeyValueStore store = store(dialect);
    String value = "{ \"b\": [1, 2.5, null], \"a\": \"Zürich → Genève\"}";

    long written = store.put("key", value, "context");

    assertThat(written).isEqualTo(clock.millis());
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(store.get("key", "context").orElseThrow()))
        .isEqualTo(json.readTree(value));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void text_that_is_not_json_is_an_error_of_the_database(Dialect dialect) {
    JsonKeyValueStore store = store(dialect);
    store.put("there", "1", "context");

    for (String value : new String[] {"", "plain text", "{\"a\":", "{'a': 1}"}) {
      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(() -> store.put("new", value, "context"));
      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(() -> store.put("there", value, "context"));
    }
    assertThat(store.get("new", "context")).isEmpty();
    assertThat(store.get("there", "context")).contains("1");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void the_last_writer_wins(Dialect dialect) {
    JsonKeyValueStore store = store(dialect);
    store.put("key", "1", "context");
    clock.advance(Duration.ofSeconds(1));
    long second = store.put("key", "2", "context");

    assertThat(store.get("key", "context")).contains("2");
    assertThat(store.getLastUpdated("key", "context")).hasValue(second);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void an_expired_value_is_gone_until_it_is_written_again(Dialect dialect) {
    JsonKeyValueStore store = store(dialect);
    store.put("key", "1", "context", 10);

    clock.advance(Duration.ofSeconds(10));
    assertThat(store.get("key", "context")).contains("1");
    clock.advance(Duration.ofMillis(1));
    assertThat(store.get("key", "context")).isEmpty();
    assertThat(store.getLastUpdated("key", "context")).isEmpty();
    assertThat(store.enumerateContext("context")).isEmpty();

    store.put("key", "2", "context");
    clock.advance(Duration.ofDays(1));
    assertThat(store.get("key", "context")).contains("2");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void only_a_stale_copy_is_answered(Dialect dialect) {
    JsonKeyValueStore store = store(dialect);
    long written = store.put("key", "1", "context");

    assertThat(store.getIfStale("key", "context", written)).isEmpty();
    assertThat(store.getIfStale("key", "context", written - 1)).contains("1");
    assertThat(store.getIfStale("other", "context", 0)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_context_is_listed_and_truncated_alone(Dialect dialect) {
    JsonKeyValueStore store = store(dialect);
    store.put("b", "2", "one");
    store.put("a", "1", "one");
    store.put("a", "3", "two");

    assertThat(store.enumerateContext("one")).containsEntry("a", "1").containsEntry("b", "2");
    store.delete("a", "one");
    assertThat(store.enumerateContext("one")).containsOnlyKeys("b");
    store.truncateContext("one");
    assertThat(store.enumerateContext("one")).isEmpty();
    assertThat(store.enumerateContext("two")).containsOnlyKeys("a");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void many_writers_of_one_new_key_do_not_fail(Dialect dialect) throws Exception {
    JsonKeyValueStore store = store(dialect);

    var writes =
        IntStream.range(0, 200)
            .mapToObj(i -> store.putAsync("key" + i / 20, String.valueOf(i), "context"))
            .toList();
    for (var write : writes) {
      assertThat(write.get()).isPositive();
    }

    assertThat(store.enumerateContextAsync("context").get()).hasSize(10);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void asynchronous_calls_do_what_the_others_do(Dialect dialect) throws Exception {
    JsonKeyValueStore store = store(dialect);

    long written = store.putAsync("key", "1", "context", 60).get();

    assertThat(store.getAsync("key", "context").get()).contains("1");
    assertThat(store.getLastUpdatedAsync("key", "context").get()).hasValue(written);
    assertThat(store.getIfStaleAsync("key", "context", 0).get()).contains("1");
    store.deleteAsync("key", "context").get();
    assertThat(store.getAsync("key", "context").get()).isEmpty();
    store.putAsync("key", "1", "context").get();
    store.truncateContextAsync("context").get();
    assertThat(store.getAsync("key", "context").get()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void the_store_fails_and_recovers_when_told(Dialect dialect) {
    JsonKeyValueStore store = store(dialect);
    store.put("key", "1", "context");

    faults.on(Fault.KV_FAIL, null);
    assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.get("key", "context"));
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> store.putAsync("key", "2", "context").get())
        .withCauseInstanceOf(StorageException.class);

    faults.off();
    assertThat(store.get("key", "context")).contains("1");
  }

  @ParameterizedTest
  @EnumSource(value = Dialect.class, names = "H2")
  void a_slow_store_blocks_the_caller(Dialect dialect) {
    JsonKeyValueStore store = store(dialect);
    faults.on(Fault.KV_SLOW, "60ms");

    long start = System.nanoTime();
    store.get("key", "context");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(59));
  }
}
