package org.opennms.plugins.trunkline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.lab.Tables.Run;

class ClassifyCommandTest {
  @TempDir private Path directory;

  @Test
  void a_row_per_interface_is_written_in_the_order_of_the_table() throws IOException {
    List<String> lines = classify(Tables.LABELLED);

    assertThat(lines.get(0))
        .isEqualTo("recording,ifIndex,ifName,role,provider,critical,confidence,reasons");
    assertThat(lines).hasSize(8);
    assertThat(lines.get(1)).startsWith("a,1,Gi0/1,trunk,,false,0.").contains("uplink");
    assertThat(lines.get(5)).startsWith("b,2,ge-0/0/1,isp_uplink,Cogent,true,0.9");
  }

  @Test
  void labels_are_measured_and_tolerated_answers_are_right() throws IOException {
    Path table = Tables.write(directory, Tables.LABELLED);
    Path plot = directory.resolve("plot.svg");
    Run run = Tables.lab("classify", "--interfaces", table.toString(), "--plot", plot.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("6 labelled, accuracy 0.8333").contains("coverage 1.0000");
    assertThat(run.out()).contains("confusion:");
    assertThat(plot).content().startsWith("<svg").contains("<circle");
  }

  @Test
  void labels_and_other_answers_of_the_table_are_never_evidence() throws IOException {
    String bare = "recording,ifIndex,ifName,ifAlias,ifType";
    String plain = bare + "\nx,1,Gi0/1,unknown,6\n";
    String telling =
        bare
            + ",label,also_ok,evidence_label,evidence_source,librenms_port_descr_type"
            + "\nx,1,Gi0/1,unknown,6,camera,voice,camera,camera neighbour,transit\n";

    assertThat(classify(telling)).isEqualTo(classify(plain));
  }

  @Test
  void a_withheld_column_is_not_seen() throws IOException {
    Path table =
        Tables.write(
            directory,
            "recording,ifIndex,ifName,ifAlias,ifType,label\nx,1,eth9,mgmt,6,management\n");
    String file = table.toString();

    assertThat(Tables.lab("classify", "--interfaces", file).out()).contains("accuracy 1.0");
    assertThat(Tables.lab("classify", "--interfaces", file, "--withhold", "ifAlias").out())
        .contains("accuracy 0.0");
  }

  @Test
  void all_evidence_of_a_rich_row_counts() throws IOException {
    List<String> lines =
        classify(
            """
            recording,ifIndex,ifName,ifAlias,ifType,ifHighSpeed,ips,vtp_trunk,vtp_trunk_admin,vm_vlan,voice_vlan,pvid,lag_id,nbr_names,nbr_ports,nbr_platforms,nbr_caps
            x,1,Gi0/1,,6,1000,,1,1,,4096,1,0,,,,
            x,2,Gi0/2,,6,1000,,2,2,20,950,20,0,SEP001122334455,Port 1,IP Phone,telephone
            x,3,Gi0/3,,6,1000,,,,,,,,far|cam,1|2,|Example Network Camera,|station
            x,4,Gi0/4,,6,1000,192.0.2.1/255.255.255.252,,,,,,,,,,
            x,5,Gi0/5,,6,not a number,no address/99,x,y,z,?,-,?,,,,
            """);

    assertThat(lines.get(1)).contains(",trunk,").contains("is trunking");
    assertThat(lines.get(2)).contains(",voice,");
    assertThat(lines.get(3)).contains(",camera,");
    assertThat(lines.get(4)).doesNotContain(",access,");
    assertThat(lines).hasSize(6);
  }

  @Test
  void octets_that_are_no_utf8_do_no_harm() throws IOException {
    Path table = directory.resolve("latin1.csv");
    byte[] bytes =
        "recording,ifIndex,ifName,ifAlias,ifType\nx,1,Gi0/1,upl\0ink ?,6\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    bytes[bytes.length - 4] = (byte) 0xFC;
    Files.write(table, bytes);

    assertThat(Tables.lab("classify", "--interfaces", table.toString()).exitCode()).isZero();
  }

  @Test
  void configurations_and_show_commands_can_be_read() throws IOException {
    Path config =
        Tables.write(
            directory,
            """
            source,file,hostname,port,description,mode,access_vlan,access_vlan_name,allowed_vlans,ip,evidence_label
            s,f,sw1,GigabitEthernet1/0/1,beer machine,trunk,,,"10,20-28",,trunk
            s,f,sw1,GigabitEthernet1/0/2,desk,access,20,of-voip,,,voice
            s,f,sw1,range GigabitEthernet1/0/3-9,,access,20,wired,,,access
            """);
    Run run = Tables.lab("classify", "--format", "config-ports", "--interfaces", config.toString());
    assertThat(run.out()).contains("3 labelled, accuracy 1.0000");

    Path shown =
        Tables.write(
            directory,
            """
            platform,command,fixture,port,description,status,vlan_or_mode,type,evidence_label,neighbour,neighbour_port,neighbour_platform,neighbour_capabilities
            cisco_ios,show,f,Gi1/0/1,,up,trunk (member of bundle Po1),,trunk,,,,
            cisco_ios,show,f,Gi1/0/2,['None'],up,static access,,access,,,,
            cisco_ios,show,f,Gi1/0/3,,up,,,routed,sw9,Gi0/1,WS-C2960,"S I"
            """);
    assertThat(
            Tables.lab("classify", "--format", "ntc-ports", "--interfaces", shown.toString()).out())
        .contains("2 labelled, accuracy 1.0000");
  }

  @Test
  void what_cannot_be_done_ends_with_a_code_and_a_remedy() throws IOException {
    Path table = Tables.write(directory, Tables.LABELLED);
    Path rules = Files.writeString(directory.resolve("rules.yaml"), "rules: [{ name: a }]");
    Path empty = Files.writeString(directory.resolve("empty.csv"), "recording,ifIndex\n");

    assertThat(Tables.lab("classify").exitCode()).isEqualTo(2);
    assertThat(Tables.lab("classify", "--interfaces", "none.csv").err()).contains("none.csv");
    assertThat(Tables.lab("classify", "--interfaces", empty.toString()).err()).contains("no rows");
    assertThat(Tables.lab("classify", "--interfaces", table.toString(), "--format", "xml").err())
        .contains("config-ports");
    Run run = Tables.lab("classify", "--interfaces", table.toString(), "--rules", rules.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("rules.yaml:1").contains("does nothing");
  }

  private List<String> classify(String text) throws IOException {
    Path out = directory.resolve("out.csv");
    Path table = Tables.write(directory, text);
    Run run = Tables.lab("classify", "--interfaces", table.toString(), "--out", out.toString());
    assertThat(run.err()).isEmpty();
    return Files.readAllLines(out);
  }
}
