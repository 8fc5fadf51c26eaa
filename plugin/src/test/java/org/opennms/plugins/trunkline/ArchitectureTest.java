package org.opennms.plugins.trunkline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.config.Formats;

/**
 * The package table: faces → parts → model. Who needs another direction changes this table, and
 * says so in {@code docs/design.md}.
 */
class ArchitectureTest {
  private static final String ROOT = "org.opennms.plugins.trunkline";
  private static final String WIRE = ROOT + ".wire..";
  private static final String[] FACES = packages("rest", "ui", "health", "metrics");
  private static final String[] PARTS =
      packages(
          "snmp", "inventory", "classify", "topology", "traffic", "baseline", "alert", "telemetry");

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void the_words_of_the_model_need_nothing() {
    mayUse("model");
  }

  @Test
  void what_operators_can_ask_for_is_said_in_the_words_of_the_model() {
    mayUse("operations", "model");
    classes()
        .that(resideInAPackage(in("operations")))
        .should()
        .beInterfaces()
        .orShould()
        .beRecords()
        .orShould()
        .beEnums()
        .orShould()
        .beAssignableTo(RuntimeException.class)
        .check(CLASSES);
  }

  @Test
  void the_configuration_needs_only_the_model() {
    mayUse("config", "model");
  }

  @Test
  void the_scheduler_knows_no_part() {
    mayUse("schedule", "model", "operations");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host",
        "snmp",
        "inventory",
        "classify",
        "topology",
        "traffic",
        "baseline",
        "alert",
        "telemetry"
      })
  void a_part_uses_model_config_operations_and_what_other_parts_show(String part) {
    DescribedPredicate<JavaClass> shown =
        resideInAnyPackage(PARTS).and(describe("are ports", ArchitectureTest::isShown));
    classes()
        .that(resideInAPackage(in(part)))
        .should(
            onlyDependOnClassesThat(
                not(ours())
                    .or(resideInAnyPackage(packages(part, "model", "config", "operations")))
                    .or(resideInAnyPackage(wireOf(part)))
                    .or(shown)))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void nothing_but_the_composing_root_uses_a_face_and_nothing_uses_the_root() {
    noClasses()
        .that(not(resideInAnyPackage(FACES)).and(not(resideInAPackage(ROOT))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(FACES).or(resideInAPackage(ROOT)))
        .check(CLASSES);
    noClasses()
        .that(resideInAnyPackage(FACES))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void parts_do_not_go_round_in_circles() {
    SlicesRuleDefinition.slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void only_the_host_package_and_the_composing_root_touch_the_integration_api() {
    onlyIn("host", "org.opennms.integration.api..");
  }

  @Test
  void only_the_snmp_package_touches_snmp4j() {
    onlyIn("snmp", "org.snmp4j..");
  }

  @Test
  void only_rest_touches_servlets_and_jersey() {
    onlyIn("rest", "javax.servlet..", "javax.ws.rs..", "org.glassfish.jersey..");
  }

  @Test
  void only_telemetry_touches_its_wire_its_store_and_its_way() {
    onlyIn(
        "telemetry", "org.h2..", "io.grpc..", "com.google.protobuf..", "org.bouncycastle..", WIRE);
  }

  @Test
  void formats_are_made_where_they_leave_nothing_on_the_hosts_threads() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Formats.class)
        .should()
        .callConstructor(CsvMapper.class)
        .orShould()
        .callConstructor(YAMLFactory.class)
        .orShould()
        .callConstructor(ObjectMapper.class)
        .orShould()
        .callConstructor(JsonFactory.class)
        .orShould()
        .callMethod(JsonMapper.class, "builder")
        .check(CLASSES);
  }

  @Test
  void logs_go_to_slf4j() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.apache.log4j..", "org.apache.logging..")
        .check(CLASSES);
  }

  @Test
  void every_package_is_in_the_table() {
    String[] known =
        Stream.of(FACES, PARTS, packages("model", "operations", "config", "schedule", "host"))
            .flatMap(Arrays::stream)
            .toArray(String[]::new);
    classes().should().resideInAnyPackage(known).orShould().resideInAPackage(ROOT).check(CLASSES);
  }

  // The wire contract is a module of its own, shared with the receiver.
  private static String[] wireOf(String part) {
    return part.equals("telemetry") ? new String[] {WIRE} : new String[0];
  }

  private static void mayUse(String who, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(who), Arrays.stream(others))
            .map(ArchitectureTest::in)
            .toArray(String[]::new);
    classes()
        .that(resideInAPackage(in(who)))
        .should(onlyDependOnClassesThat(not(ours()).or(resideInAnyPackage(allowed))))
        .check(CLASSES);
  }

  private static void onlyIn(String who, String... foreign) {
    noClasses()
        .that(not(resideInAPackage(in(who)).or(resideInAPackage(ROOT))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(foreign))
        .check(CLASSES);
  }

  // Ports and their words: interfaces, records, enums, exceptions, and functions without state.
  private static boolean isShown(JavaClass type) {
    boolean stateless =
        type.getConstructors().stream()
                .allMatch(c -> c.getModifiers().contains(JavaModifier.PRIVATE))
            && type.getFields().stream()
                .allMatch(f -> f.getModifiers().contains(JavaModifier.STATIC));
    return type.isInterface()
        || type.isRecord()
        || type.isEnum()
        || type.isAssignableTo(Throwable.class)
        || stateless;
  }

  private static DescribedPredicate<JavaClass> ours() {
    return resideInAPackage(ROOT + "..");
  }

  private static String in(String name) {
    return ROOT + "." + name + "..";
  }

  private static String[] packages(String... names) {
    return Arrays.stream(names).map(ArchitectureTest::in).toArray(String[]::new);
  }
}
