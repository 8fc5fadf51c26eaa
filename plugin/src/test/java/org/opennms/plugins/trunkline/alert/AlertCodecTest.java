package org.opennms.plugins.trunkline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertPlace;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;

class AlertCodecTest {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void an_alert_comes_back_as_it_was() {
    for (AlertSubject subject : subjects()) {
      AlertRecord record =
          new AlertRecord(alert(subject), true, true, Optional.of(AT.plusSeconds(9)), false);
      assertThat(AlertCodec.decode(AlertCodec.encode(record))).contains(record);
    }
  }

  @Test
  void half_a_document_is_no_alert_wherever_it_is_cut() {
    String whole =
        AlertCodec.encode(
            new AlertRecord(alert(subjects().get(0)), true, true, Optional.empty(), false));
    for (int end = 0; end < whole.length(); end++) {
      assertThat(AlertCodec.decode(whole.substring(0, end))).isEmpty();
    }
    assertThat(AlertCodec.decode(whole.replace("\"version\":1", "\"version\":7"))).isEmpty();
    assertThat(AlertCodec.decode(whole.replace("INTERFACE_DOWN", "UNHEARD_OF"))).isEmpty();
    assertThat(AlertCodec.decode("{}")).isEmpty();
  }

  @Test
  void names_that_look_alike_when_joined_are_different_subjects() {
    Set<String> keys = new HashSet<>();
    String[][] pairs = {
      {"a:b", "c|d"},
      {"a:b|c", "d"},
      {"a:b\\7c;c", "d"},
      {"a:b", "c\u0001d"},
      {"a:b", "c\u0002d"},
      {"a:b", "c%nodeid%"},
      {"a:b", "c"}
    };
    for (String[] pair : pairs) {
      keys.add(subject(pair[0], pair[1]).key());
    }
    keys.add(new AlertSubject.OfNode(new NodeKey("a:b|c")).key());
    assertThat(keys).hasSize(pairs.length + 1);
    assertThat(keys).noneMatch(k -> k.contains("%"));
  }

  @Property
  void different_subjects_never_share_a_key(
      @ForAll @StringLength(min = 1, max = 6) String node,
      @ForAll @StringLength(max = 6) String name,
      @ForAll @StringLength(min = 1, max = 6) String otherNode,
      @ForAll @StringLength(max = 6) String otherName) {
    if (node.isBlank() || otherNode.isBlank()) {
      return;
    }
    boolean same = node.equals(otherNode) && name.equals(otherName);
    assertThat(subject(node, name).key().equals(subject(otherNode, otherName).key()))
        .isEqualTo(same);
  }

  private static AlertSubject subject(String node, String name) {
    return new AlertSubject.OfInterface(new InterfaceKey(new NodeKey(node), name));
  }

  private static List<AlertSubject> subjects() {
    return List.of(
        subject("lab:edge1", "Gi0/0/1"),
        new AlertSubject.OfNode(new NodeKey("7")),
        new AlertSubject.OfGroup("location", "Branches"));
  }

  private static Alert alert(AlertSubject subject) {
    return new Alert(
        12,
        "interface-down",
        AlertKind.INTERFACE_DOWN,
        subject,
        List.of(subject),
        new AlertPlace(1, "edge1", 3, "Gi0/0/1", "alias", "isp_uplink", "Example", true),
        Alert.State.OPEN,
        AlertSeverity.CRITICAL,
        AT,
        AT,
        Optional.empty(),
        "edge1: down",
        Map.of("value", "down"),
        List.of("because"),
        true,
        Optional.empty(),
        List.of(new Alert.Entry(AT, "opened")));
  }
}
