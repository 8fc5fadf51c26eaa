package org.opennms.plugins.trunkline.sandbox.network.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

class SnmprecReaderTest {

  private static Recording parse(String text) {
    return SnmprecReader.parse(text, "file.snmprec", "label");
  }

  private static Variable value(String typeAndValue) {
    Recording recording = parse("1.3.6.1.2.1.1.1.0|" + typeAndValue);
    assertThat(recording.rejected()).isEmpty();
    return recording.values().get(new OID("1.3.6.1.2.1.1.1.0"));
  }

  @Test
  void every_type_is_read() {
    assertThat(value("2|-5")).isEqualTo(new Integer32(-5));
    assertThat(value("4|a|b ")).isEqualTo(new OctetString("a|b "));
    assertThat(value("4x|00ff")).isEqualTo(new OctetString(new byte[] {0, -1}));
    assertThat(value("5|")).isEqualTo(Null.instance);
    assertThat(value("6|.1.3.6.4294967295")).isEqualTo(new OID("1.3.6.4294967295"));
    assertThat(value("64|192.0.2.1")).isEqualTo(new IpAddress("192.0.2.1"));
    assertThat(value("64x|c0000201")).isEqualTo(new IpAddress("192.0.2.1"));
    assertThat(value("65|4294967295")).isEqualTo(new Counter32(4_294_967_295L));
    assertThat(value("66|7")).isEqualTo(new Gauge32(7));
    assertThat(value("67|8")).isEqualTo(new TimeTicks(8));
    assertThat(value("68x|9f78")).isEqualTo(new Opaque(new byte[] {(byte) 0x9f, 0x78}));
    assertThat(value("70|18446744073709551615")).isEqualTo(new Counter64(-1));
  }

  @Test
  void a_malformed_line_is_reported_by_number_and_the_rest_is_kept() {
    Recording recording =
        parse(
            """
            1.3.6.1.1|2|1
            no row at all
            1.3.6.1.2|2|many
            1.3.6.1.3|99|1
            1.3.6..4|2|1
            1.3.6.1.5|65|-1
            1.3.6.1.6|64|192.0.2.256
            1.3.6.1.7|4x|0g
            1.3.6.1.1|2|2\r

            # comment
            1.3.6.1.8|2|8\r
            """);

    assertThat(recording.values().keySet())
        .containsExactly(new OID("1.3.6.1.1"), new OID("1.3.6.1.8"));
    assertThat(recording.values().firstEntry().getValue()).isEqualTo(new Integer32(1));
    assertThat(recording.rejected()).hasSize(8).first().asString().startsWith("file.snmprec:2: ");
  }

  @Property
  void no_text_makes_the_reader_fail(@ForAll String text) {
    Recording recording = parse(text);

    assertThat(recording.values().size() + recording.rejected().size())
        .isLessThanOrEqualTo(text.split("\n", -1).length);
  }

  @Property
  void no_value_makes_the_reader_fail(@ForAll String type, @ForAll String value) {
    Recording recording =
        parse("1.3.6.1|" + type.replace('\n', ' ') + "|" + value.replace('\n', ' '));

    assertThat(recording.values().size() + recording.rejected().size()).isEqualTo(1);
  }

  @Property
  void bytes_of_any_encoding_survive(@ForAll @Size(max = 60) byte[] octets) {
    String text = new String(octets, StandardCharsets.ISO_8859_1).replaceAll("[\r\n]", "");
    byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);

    assertThat(parse("1.3.6.1|4|" + text).values().firstEntry().getValue())
        .isEqualTo(new OctetString(expected));
  }

  @Test
  void recordings_are_found_below_directories_in_a_stable_order(@TempDir Path directory)
      throws IOException {
    Files.createDirectories(directory.resolve("b/c"));
    Files.createDirectories(directory.resolve("a"));
    for (String name :
        new String[] {"b/c/sw.snmprec", "a/sw.snmprec", "r1.snmprec", "a/note.txt"}) {
      Files.writeString(directory.resolve(name), "1.3.6.1.2.1.1.5.0|4|" + name);
    }

    assertThat(RecordingDirectory.read(directory))
        .extracting(Recording::label)
        .containsExactly("sw", "b-c-sw", "r1");
  }

  @Test
  void a_directory_without_recordings_is_an_error_that_names_it(@TempDir Path directory) {
    assertThatThrownBy(() -> RecordingDirectory.read(directory))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining(".snmprec");
  }
}
