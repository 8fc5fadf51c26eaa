package org.opennms.plugins.trunkline.sandbox.host.eventconf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opennms.integration.api.v1.config.events.EventConfExtension;
import org.opennms.integration.api.v1.config.events.EventDefinition;
import org.opennms.integration.api.v1.config.events.LogMsgDestType;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.plugins.trunkline.sandbox.host.Events;
import org.opennms.plugins.trunkline.sandbox.host.MovableClock;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.DatabaseSettings;
import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;
import org.opennms.plugins.trunkline.sandbox.host.storage.TestDatabases;

class EventConfTest {

  private static final String UEI = "uei/plugin";

  private final MovableClock clock = new MovableClock();
  private final DatabaseSettings settings = TestDatabases.fresh(Dialect.H2);
  private Database database = Database.open(settings);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void in_memory_definitions_come_and_go_with_the_plugin() {
    MemoryEventConf conf = new MemoryEventConf(OwnDefinitions.all());
    EventConfExtensions extensions = new EventConfExtensions(conf);
    EventConfExtension extension = extension(Severity.MAJOR);

    extensions.bind(extension);
    assertThat(severity(conf)).isEqualTo(Severity.MAJOR);
    extensions.unbind(extension);
    assertThat(severity(conf)).isNull();
    assertThat(conf.find(Events.event("uei.opennms.org/nodes/nodeAdded", "x"))).isPresent();
  }

  @Test
  void every_coming_and_going_asks_all_extensions_again() {
    EventConfExtensions extensions = new EventConfExtensions(new MemoryEventConf(List.of()));
    AtomicInteger asked = new AtomicInteger();
    EventConfExtension first =
        () -> {
          asked.incrementAndGet();
          return List.of();
        };
    EventConfExtension second = List::of;

    extensions.bind(first);
    extensions.bind(second);
    extensions.bind(second);
    extensions.unbind(second);

    assertThat(asked).hasValue(4);
  }

  @Test
  void what_an_extension_throws_reaches_whoever_registered_it() {
    EventConfExtensions extensions = new EventConfExtensions(new MemoryEventConf(List.of()));
    EventConfExtension broken =
        () -> {
          throw new IllegalStateException("on purpose");
        };

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> extensions.bind(broken));
  }

  @Test
  void a_definition_is_copied_at_once() {
    EventDefinition source = new TestDefinition(UEI, Severity.MAJOR, 0);

    Definition copy = DefinitionCopier.copy(source);

    assertThat(copy.severity()).isEqualTo(Severity.MAJOR);
    assertThat(copy.destination()).isEqualTo(LogMsgDestType.DONOTPERSIST);
    assertThat(copy.logMessage()).isEqualTo("message");
    assertThat(copy.alarm().type()).isEqualTo(1);
    assertThat(copy.alarm().reductionKey()).isEqualTo("%uei%:%nodeid%");
    assertThat(copy.alarm().updateFields())
        .containsExactly(new Definition.UpdateRule("severity", true));
    assertThat(copy.parameters()).containsExactly(new Definition.ParameterRule("p", "v", false));
  }

  @Test
  void the_higher_priority_is_asked_first() {
    MemoryEventConf conf = new MemoryEventConf(List.of());
    conf.replacePluginDefinitions(
        List.of(
            DefinitionCopier.copy(new TestDefinition(UEI, Severity.MINOR, 0)),
            DefinitionCopier.copy(new TestDefinition(UEI, Severity.MAJOR, 10))));

    assertThat(severity(conf)).isEqualTo(Severity.MAJOR);
  }

  @Test
  void varbinds_and_mask_choose_among_definitions_of_one_uei() {
    Definition any = DefinitionCopier.copy(new TestDefinition(UEI, Severity.NORMAL, 0));
    Definition gigabit = narrow(any, "Gi%", Severity.MAJOR, "test");
    Definition elsewhere = narrow(any, "Te1/1", Severity.CRITICAL, "someone else");
    MemoryEventConf conf = new MemoryEventConf(List.of());
    conf.replacePluginDefinitions(List.of(gigabit, elsewhere, any));

    assertThat(conf.find(Events.event(UEI, "Gi0/1"))).contains(gigabit);
    assertThat(conf.find(Events.event(UEI, "Te1/1"))).contains(any);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void stored_definitions_stay_when_the_plugin_goes_and_after_a_restart(Dialect dialect) {
    DatabaseSettings own = TestDatabases.fresh(dialect);
    EventConfExtension extension = extension(Severity.MAJOR);
    try (Database first = Database.open(own)) {
      EventConfExtensions extensions = new EventConfExtensions(stored(first));
      extensions.bind(extension);
      extensions.unbind(extension);
    }
    try (Database second = Database.open(own)) {
      assertThat(severity(stored(second))).isEqualTo(Severity.MAJOR);
    }
  }

  @Test
  void a_changed_definition_replaces_the_stored_one() {
    DatabaseEventConf conf = stored(database);
    EventConfExtensions extensions = new EventConfExtensions(conf);
    EventConfExtension old = extension(Severity.MINOR);
    extensions.bind(old);
    extensions.unbind(old);
    extensions.bind(extension(Severity.MAJOR));

    assertThat(severity(conf)).isEqualTo(Severity.MAJOR);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void a_definition_that_the_operator_disabled_stays_disabled() {
    DatabaseEventConf conf = stored(database);
    EventConfExtensions extensions = new EventConfExtensions(conf);
    extensions.bind(extension(Severity.MINOR));
    assertThat(conf.setEnabled(UEI, false)).isEqualTo(1);

    extensions.bind(extension(Severity.MAJOR));
    assertThat(severity(conf)).isNull();

    conf.setEnabled(UEI, true);
    assertThat(severity(conf)).isEqualTo(Severity.MAJOR);
  }

  @Test
  void an_unchanged_definition_is_not_written_again() {
    EventConfExtensions extensions = new EventConfExtensions(stored(database));
    extensions.bind(extension(Severity.MINOR));
    long written = modified();
    clock.advance(Duration.ofMinutes(1));
    extensions.bind(extension(Severity.MINOR));

    assertThat(modified()).isEqualTo(written);
  }

  @Test
  void storing_fails_silently_and_the_event_stays_unknown() {
    DatabaseEventConf conf = stored(database);
    database.update("DROP TABLE eventconf");

    new EventConfExtensions(conf).bind(extension(Severity.MAJOR));

    assertThat(severity(conf)).isNull();
  }

  private DatabaseEventConf stored(Database where) {
    return new DatabaseEventConf(where, clock, Runnable::run, OwnDefinitions.all());
  }

  private int rows() {
    return database
        .first("SELECT COUNT(*) AS n FROM eventconf", row -> row.number("n"))
        .orElseThrow();
  }

  private long modified() {
    return database
        .first("SELECT last_modified FROM eventconf", row -> row.longNumber("last_modified"))
        .orElseThrow();
  }

  private static Definition narrow(
      Definition base, String ifName, Severity severity, String source) {
    return new Definition(
        0,
        base.uei(),
        base.label(),
        severity,
        null,
        null,
        null,
        null,
        null,
        List.of(new Definition.MaskRule("source", List.of(source))),
        List.of(new Definition.VarbindRule(1, List.of(ifName))),
        null);
  }

  private static Severity severity(EventConf conf) {
    return conf.find(Events.event(UEI, "x")).map(Definition::severity).orElse(null);
  }

  private static EventConfExtension extension(Severity severity) {
    return () -> List.of(new TestDefinition(UEI, severity, 0));
  }
}
