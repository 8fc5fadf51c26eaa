package org.opennms.plugins.trunkline.host;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opennms.integration.api.v1.events.EventListener;
import org.opennms.integration.api.v1.events.EventSubscriptionService;
import org.opennms.integration.api.v1.model.EventParameter;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.plugins.trunkline.alert.HostNews;
import org.opennms.plugins.trunkline.alert.LinkHint;

/**
 * Hands the host's announcements about links and nodes over. The host calls it on one thread of its
 * own, which is kept for no longer than it takes to note two numbers.
 */
public final class LinkEventListener implements EventListener {
  private static final String NODES = "uei.opennms.org/nodes/";
  private static final String NODE_DOWN = NODES + "nodeDown";
  private static final String NODE_UP = NODES + "nodeUp";
  private static final List<String> OF_NODES =
      List.of(NODE_DOWN, NODE_UP, NODES + "interfaceDown", NODES + "interfaceUp");

  // IF-MIB's ifTable and ifXTable (RFC 2863): a trap's varbinds are named by their OIDs.
  private static final Pattern COLUMN =
      Pattern.compile(
          "\\.?1\\.3\\.6\\.1\\.2\\.1\\.(?:2\\.2\\.1|31\\.1\\.1\\.1)\\.\\d+\\.(\\d{1,9})");

  private static final Pattern NAMED = Pattern.compile("(?i)snmpifindex|ifindex");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final List<String> ueis;
  private final HostNews news;

  /** Hands over to this. */
  public LinkEventListener(HostNews news) {
    this.news = news;
    ueis = new ArrayList<>(LinkUeis.OF_LINKS);
    ueis.addAll(OF_NODES);
  }

  /** Subscribes; the host counts, so each call needs one {@link #unsubscribe}. */
  public void subscribe(EventSubscriptionService service) {
    service.addEventListener(this, ueis);
  }

  /** Takes the subscription back, lest the host keep our class loader. */
  public void unsubscribe(EventSubscriptionService service) {
    service.removeEventListener(this, ueis);
  }

  @Override
  public String getName() {
    // The host keys its executors by this name, so it must be ours alone.
    return "trunkline-link-alerts";
  }

  @Override
  public int getNumThreads() {
    return 1;
  }

  @Override
  public void onEvent(InMemoryEvent event) {
    Integer nodeId = event.getNodeId();
    if (nodeId == null) {
      return;
    }
    if (event.getUei().equals(NODE_DOWN) || event.getUei().equals(NODE_UP)) {
      news.node(nodeId, event.getUei().equals(NODE_DOWN));
    }
    if (!event.getUei().equals(NODE_DOWN)) {
      news.link(new LinkHint(nodeId, ifIndex(event), event.getUei()));
    }
  }

  private static int ifIndex(InMemoryEvent event) {
    for (EventParameter parameter : event.getParameters()) {
      String value = parameter.getValue() == null ? "" : parameter.getValue().trim();
      Matcher column = COLUMN.matcher(parameter.getName());
      if (column.matches()) {
        return Integer.parseInt(column.group(1));
      }
      if (NAMED.matcher(parameter.getName()).matches() && NUMBER.matcher(value).matches()) {
        return Integer.parseInt(value);
      }
    }
    return 0;
  }
}
