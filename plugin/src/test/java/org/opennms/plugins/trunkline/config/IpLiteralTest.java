package org.opennms.plugins.trunkline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {
  /** What a careless reader would ask the DNS for. */
  private static final String[] NAMES = {
    "192.0.2.999",
    "1.2.3.4.5",
    "192.0.2",
    "3221225985",
    ".:1",
    "router.example.net",
    "face",
    "a.b:c"
  };

  @Property
  void every_address_is_read_as_it_is_written(
      @ForAll @Size(4) byte[] v4, @ForAll @Size(16) byte[] v6) throws UnknownHostException {
    for (InetAddress address :
        new InetAddress[] {InetAddress.getByAddress(v4), InetAddress.getByAddress(v6)}) {
      assertThat(IpLiteral.parse(address.getHostAddress())).contains(address);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":",
        ":::",
        "::1::",
        "1:2:3",
        "g::1",
        "fe80::1%eth0",
        "[::1]",
        "192.0.2.256",
        "192.0.2.01",
        "192.0.2.-1",
        "192.0.2.1 ",
        "١٩٢.0.2.1",
        "0x7f.0.0.1",
        "localhost",
        "::ffff:192.0.2.999",
        "12345::",
        "1:2:3:4:5:6:7:8:9"
      })
  void what_is_no_address_is_none(String text) {
    assertThat(IpLiteral.parse(text)).isEmpty();
  }

  @Property
  void any_text_is_an_address_or_none(@ForAll String text) {
    assertThat(IpLiteral.parse(text))
        .satisfiesAnyOf(a -> assertThat(a).isEmpty(), a -> assertThat(a).isPresent());
  }

  /** In a JVM whose name service is a file that knows every one of the names. */
  @Test
  void names_are_never_looked_up(@TempDir Path dir) throws IOException, InterruptedException {
    Path hosts = dir.resolve("hosts");
    Files.writeString(hosts, "192.0.2.1 " + String.join(" ", NAMES) + "\n");
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + hosts,
                "-cp",
                System.getProperty("java.class.path"),
                Lookups.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jvm.waitFor()).as(output).isZero();
    assertThat(output.lines()).containsExactly("name service: 192.0.2.1", "resolved: 0");
  }

  /** The other JVM. */
  static final class Lookups {
    private Lookups() {}

    public static void main(String[] args) throws UnknownHostException {
      int resolved = 0;
      for (String name : NAMES) {
        if (IpLiteral.parse(name).isPresent() || AddressRange.parse(name).isPresent()) {
          resolved++;
        }
      }
      String control = InetAddress.getAllByName("router.example.net")[0].getHostAddress();
      System.out.println("name service: " + control);
      System.out.println("resolved: " + resolved);
    }
  }
}
