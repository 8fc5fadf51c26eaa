package org.opennms.plugins.trunkline.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.opennms.plugins.trunkline.baseline.series.WeekCursor;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.operations.Anomaly.Direction;
import org.opennms.plugins.trunkline.operations.Anomaly.Metric;

/**
 * The week of interfaces of one role, which a new one borrows: it then has to learn only its level.
 * For the traffic part's thread.
 */
final class PeerShapes {
  // Fewer would make one interface's habits those of all; more add nothing.
  private static final int LEAST = 3;
  private static final int MOST = 50;
  private static final double WEEKS = 14 * 86_400.0;
  private static final long RENEWED = 3600;

  private final Map<MetricKey, MetricBaseline> baselines;
  private final Map<MetricKey, InterfaceRole> roles = new ConcurrentHashMap<>();
  private final Map<Group, Shape> shapes = new HashMap<>();

  private record Group(InterfaceRole role, Direction direction, Metric metric) {}

  private record Shape(long made, Optional<List<Float>> offsets) {}

  PeerShapes(Map<MetricKey, MetricBaseline> baselines) {
    this.baselines = baselines;
  }

  /** Notes the role of an interface that is measured. */
  void member(MetricKey key, InterfaceRole role) {
    if (roles.get(key) != role) {
      roles.put(key, role);
    }
  }

  void forget(MetricKey key) {
    roles.remove(key);
  }

  /** Lets a new baseline begin with the week of its peers, where there are some. */
  void lend(MetricKey key, InterfaceRole role, long now, MetricBaseline to) {
    Group group = new Group(role, key.direction(), key.metric());
    Shape shape = shapes.get(group);
    if (shape == null || now - shape.made() >= RENEWED) {
      shape = new Shape(now, median(group));
      shapes.put(group, shape);
    }
    shape.offsets().ifPresent(to::borrow);
  }

  private Optional<List<Float>> median(Group group) {
    List<float[]> peers = new ArrayList<>();
    for (Map.Entry<MetricKey, InterfaceRole> each : roles.entrySet()) {
      MetricKey key = each.getKey();
      MetricBaseline known = baselines.get(key);
      boolean alike =
          each.getValue() == group.role()
              && key.direction() == group.direction()
              && key.metric() == group.metric();
      if (alike && known != null && peers.size() < MOST) {
        known
            .read((d, p) -> d.learnedSeconds() < WEEKS ? Optional.<float[]>empty() : d.shape())
            .ifPresent(peers::add);
      }
    }
    return peers.size() < LEAST ? Optional.empty() : Optional.of(median(peers));
  }

  private static List<Float> median(List<float[]> peers) {
    List<Float> offsets = new ArrayList<>(WeekCursor.SLOTS);
    float[] column = new float[peers.size()];
    for (int slot = 0; slot < WeekCursor.SLOTS; slot++) {
      for (int i = 0; i < column.length; i++) {
        column[i] = peers.get(i)[slot];
      }
      Arrays.sort(column);
      offsets.add((column[column.length / 2] + column[(column.length - 1) / 2]) / 2);
    }
    return offsets;
  }
}
