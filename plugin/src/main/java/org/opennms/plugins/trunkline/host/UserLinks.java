package org.opennms.plugins.trunkline.host;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opennms.integration.api.v1.topology.UserDefinedLink;
import org.opennms.integration.api.v1.topology.UserDefinedLinkDao;
import org.opennms.integration.api.v1.topology.immutables.ImmutableUserDefinedLink;
import org.opennms.plugins.trunkline.topology.live.DrawnLinks;

/**
 * The host's user-defined links, as far as they are ours: those of others are never touched.
 * Thread-safe; blocks as the host does.
 */
public final class UserLinks implements DrawnLinks {
  static final String OWNER = "trunkline";
  private static final String SERVICE = "The host's user-defined links";
  private static final String PREFIX = "trunkline:";

  private final UserDefinedLinkDao dao;

  /** Over the host's DAO. */
  public UserLinks(UserDefinedLinkDao dao) {
    this.dao = dao;
  }

  @Override
  public int show(Collection<Drawing> links) {
    return HostCalls.call(SERVICE, () -> put(links));
  }

  private synchronized int put(Collection<Drawing> links) {
    Map<String, Drawing> wanted = new HashMap<>();
    links.forEach(l -> wanted.put(PREFIX + l.id(), l));
    List<UserDefinedLink> ours =
        dao.getLinks().stream().filter(l -> OWNER.equals(l.getOwner())).toList();
    for (UserDefinedLink there : ours) {
      Drawing drawing = wanted.get(there.getLinkId());
      if (drawing != null && shows(there, drawing)) {
        wanted.remove(there.getLinkId());
      } else {
        dao.delete(there);
      }
    }
    wanted.forEach((id, drawing) -> dao.saveOrUpdate(link(id, drawing)));
    return links.size();
  }

  private static boolean shows(UserDefinedLink link, Drawing drawing) {
    return link.getNodeIdA() == drawing.nodeA()
        && link.getNodeIdZ() == drawing.nodeB()
        && drawing.portA().equals(link.getComponentLabelA())
        && drawing.portB().equals(link.getComponentLabelZ());
  }

  private static UserDefinedLink link(String id, Drawing drawing) {
    return ImmutableUserDefinedLink.newBuilder()
        .setNodeIdA(drawing.nodeA())
        .setComponentLabelA(drawing.portA())
        .setNodeIdZ(drawing.nodeB())
        .setComponentLabelZ(drawing.portB())
        .setLinkId(id)
        .setLinkLabel(drawing.portA() + " - " + drawing.portB())
        .setOwner(OWNER)
        .build();
  }
}
