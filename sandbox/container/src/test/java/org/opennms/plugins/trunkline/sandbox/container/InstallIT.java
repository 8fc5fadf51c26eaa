package org.opennms.plugins.trunkline.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallIT {
  @ParameterizedTest
  @ValueSource(strings = {"karaf.old.version", "karaf.version"})
  void the_kar_installs(String line) throws Exception {
    Path target = Path.of(System.getProperty("trunkline.container"));
    String version = System.getProperty(line);
    KarafSettings settings =
        KarafSettings.of(
                target.resolve("apache-karaf-" + version + ".tar.gz"),
                target.resolve("it/" + version),
                target.resolve("system"))
            .booting(
                "mvn:org.opennms.plugins.trunkline/trunkline-sandbox-host/0.1.0/xml/features",
                "aries-blueprint",
                "trunkline-sandbox");
    long t0 = System.nanoTime();
    try (KarafContainer karaf = KarafContainer.prepare(settings)) {
      System.out.println("prepared " + (System.nanoTime() - t0) / 1_000_000);
      karaf.start();
      System.out.println("started " + (System.nanoTime() - t0) / 1_000_000);
      karaf.deploy(target.resolve("opennms-trunkline-plugin.kar"));
      new Waiting(Duration.ofSeconds(30))
          .until(
              "kar",
              () ->
                  karaf.shell().run("feature:list").output().contains("opennms-plugins-trunkline"),
              () -> "");
      System.out.println("deployed " + (System.nanoTime() - t0) / 1_000_000);
      System.out.println(karaf.shell().expect("feature:install opennms-plugins-trunkline"));
      System.out.println("installed " + (System.nanoTime() - t0) / 1_000_000);
      System.out.println(karaf.shell().expect("bundle:list -t 0"));
      String id = karaf.shell().expect("bundle:id org.opennms.plugins.trunkline.plugin").strip();
      System.out.println(
          karaf.shell().expect("bundle:requirements --namespace osgi.wiring.package " + id));
      System.out.println(karaf.shell().expect("feature:list -i"));
      System.out.println(karaf.http().get("/opennms/rest/info", new Credentials("user", "user")));
      System.out.println(karaf.http().get("/opennms/rest/info"));
      assertThat(karaf.etc().resolve("trunkline/snmp.yaml")).exists();
      assertThat(karaf.shell().run("nonsense").exitCode()).isNotZero();
      System.out.println("end " + (System.nanoTime() - t0) / 1_000_000);
    }
    System.out.println("stopped " + (System.nanoTime() - t0) / 1_000_000);
  }
}
