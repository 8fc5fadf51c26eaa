package org.opennms.plugins.trunkline.topology.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkMismatch;

/** Events in words. */
final class RecordedEvents implements LinkEvents {
  final List<String> told = new CopyOnWriteArrayList<>();

  @Override
  public void neighborChanged(Device device, LinkEnd port, String before, String now) {
    told.add("neighbour of " + device.label() + " " + port.port() + ": " + before + " > " + now);
  }

  @Override
  public void linkLost(Device device, Link link) {
    told.add("lost " + words(link));
  }

  @Override
  public void linkRestored(Device device, Link link) {
    told.add("restored " + words(link));
  }

  @Override
  public void linkMismatch(Device device, Link link, LinkMismatch mismatch) {
    told.add("mismatch " + mismatch.kind().spelling() + " " + words(link));
  }

  @Override
  public void linkMatches(Device device, Link link, LinkMismatch.Kind kind) {
    told.add("matches " + kind.spelling() + " " + words(link));
  }

  /** Both ends, the lesser first. */
  static String words(Link link) {
    String a = link.a().device() + " " + link.a().port();
    String b = link.b().device() + " " + link.b().port();
    return a.compareTo(b) <= 0 ? a + " - " + b : b + " - " + a;
  }
}
