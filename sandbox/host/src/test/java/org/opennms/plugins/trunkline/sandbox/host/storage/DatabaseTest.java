package org.opennms.plugins.trunkline.sandbox.host.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {

  private static final String INSERT = "INSERT INTO schema_step (step, applied) VALUES (?, 0)";
  private static final String COUNT = "SELECT COUNT(*) AS n FROM schema_step WHERE step >= 1000";

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void content_and_schema_are_there_after_opening_again(Dialect dialect) {
    DatabaseSettings settings = TestDatabases.fresh(dialect);
    try (Database database = Database.open(settings)) {
      database.update(INSERT, 1000);
    }
    try (Database database = Database.open(settings)) {
      assertThat(count(database)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_failed_transaction_leaves_nothing_behind(Dialect dialect) {
    try (Database database = Database.open(TestDatabases.fresh(dialect))) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  database.inTransaction(
                      () -> {
                        database.update(INSERT, 1000);
                        throw new IllegalStateException("on purpose");
                      }));

      assertThat(count(database)).isZero();
      assertThat(database.isInTransaction()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void inner_transactions_join_the_outer_one(Dialect dialect) {
    try (Database database = Database.open(TestDatabases.fresh(dialect))) {
      int seen =
          database.inTransaction(
              () -> {
                database.inTransaction(() -> database.update(INSERT, 1000));
                return count(database);
              });

      assertThat(seen).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_wrong_statement_is_a_storage_exception(Dialect dialect) {
    try (Database database = Database.open(TestDatabases.fresh(dialect))) {
      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(() -> database.update("DELETE FROM nowhere"));
    }
  }

  @Test
  void an_unreachable_server_is_named() {
    DatabaseSettings settings =
        new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1", "u", "secret");

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> Database.open(settings))
        .withMessageContaining("127.0.0.1:1/none")
        .withMessageNotContaining("secret");
  }

  @Test
  void a_database_of_another_make_is_refused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Dialect.of("jdbc:mysql://127.0.0.1/x"))
        .withMessageContaining("database.url");
  }

  @Test
  void the_password_is_never_printed() {
    assertThat(new DatabaseSettings("jdbc:h2:mem:x", "u", "secret").toString())
        .doesNotContain("secret");
  }

  @Test
  void what_was_written_survives_the_kill_of_the_process() throws Exception {
    DatabaseSettings settings = TestDatabases.fresh(Dialect.H2);

    int acknowledged = writeInAnotherProcessAndKillIt(settings.url());

    try (Database database = Database.open(settings)) {
      assertThat(acknowledged).isGreaterThanOrEqualTo(50);
      assertThat(count(database)).isGreaterThanOrEqualTo(acknowledged);
    }
  }

  private static int writeInAnotherProcessAndKillIt(String url) throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                url)
            .redirectError(Files.createTempFile("writer", ".log").toFile())
            .start();
    int acknowledged = 0;
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      while (acknowledged < 50 && lines.readLine() != null) {
        acknowledged++;
      }
    } finally {
      writer.destroyForcibly().waitFor();
    }
    return acknowledged;
  }

  private static int count(Database database) {
    return database.first(COUNT, row -> row.number("n")).orElseThrow();
  }

  /** Writes rows for ever and says so after each. */
  static final class Writer {

    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      try (Database database = Database.open(new DatabaseSettings(arguments[0], "", ""))) {
        for (int row = 1000; System.in.available() == 0; row++) {
          database.update(INSERT, row);
          System.out.println(row);
        }
      }
    }
  }
}
