package org.opennms.plugins.trunkline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.NetworkInterface;

class DeterminismTest {
  private static final String[] ALIASES = {
    "uplink", "", "AP-3", "Transit: Cogent [1G]", "SRV-1 eth0", "edge-2 Gi0/1", "xyz", "VoIP"
  };

  @Test
  void the_order_of_the_interfaces_does_not_matter() {
    List<NetworkInterface> rows = new ArrayList<>(rows());
    Map<Integer, Judgement> expected = classify(rows);
    Random random = new Random(4);

    for (int i = 0; i < 20; i++) {
      Collections.shuffle(rows, random);
      assertThat(classify(rows)).isEqualTo(expected);
    }
  }

  @Test
  void two_names_that_are_the_same_are_told_apart_by_ifindex_in_any_order() {
    NetworkInterface one = Samples.row(1, "Gi0/1", "server", Samples.ETHERNET);
    NetworkInterface two = Samples.row(2, "Gi0/1", "camera", Samples.ETHERNET);
    NetworkInterface unit = Samples.row(3, "Gi0/1.5", "", 135);

    assertThat(classify(List.of(one, two, unit))).isEqualTo(classify(List.of(unit, two, one)));
  }

  @Test
  void many_threads_get_what_one_gets() {
    RuleBookClassifier classifier = Samples.classifier();
    List<Judgement> expected =
        classifier.classify(Samples.DEVICE, Samples.facts(DeviceType.SWITCH), rows());

    assertThat(
            IntStream.range(0, 64)
                .parallel()
                .mapToObj(
                    i ->
                        classifier.classify(
                            Samples.DEVICE, Samples.facts(DeviceType.SWITCH), rows()))
                .distinct())
        .containsExactly(expected);
  }

  private static List<NetworkInterface> rows() {
    List<NetworkInterface> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String name = i % 7 == 0 ? "Gi0/" + (i - 1) + "." + i : "Gi0/" + i;
      rows.add(Samples.row(i, name, ALIASES[i % ALIASES.length], i % 7 == 0 ? 135 : 6));
    }
    return rows;
  }

  private static Map<Integer, Judgement> classify(List<NetworkInterface> rows) {
    List<Judgement> classified =
        Samples.classifier().classify(Samples.DEVICE, Samples.facts(DeviceType.SWITCH), rows);
    Map<Integer, Judgement> byIndex = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byIndex.put(rows.get(i).ifIndex(), classified.get(i));
    }
    return byIndex;
  }
}
