package org.opennms.plugins.trunkline.snmp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.BgpPeer;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/**
 * Which interfaces have a BGP session over them: those whose network has a peer's address. A
 * session between loopbacks is over none.
 */
final class BgpSessions {
  /** Stands for every AS beyond 65535 (RFC 6793), and so for none. */
  private static final long AS_TRANS = 23_456;

  private static final int LONGEST_PREFIX = 31;
  private static final int SHORTEST_PREFIX = 8;

  private record Network(int address, int prefixLength) {
    static Network of(int host, int prefixLength) {
      return new Network(host & -1 << (32 - prefixLength), prefixLength);
    }
  }

  private final Map<Network, Integer> networks = new HashMap<>();
  private final Map<Integer, BgpPeer> sessions = new HashMap<>();

  BgpSessions(List<NetworkInterface> interfaces, LinkTables tables) {
    Column remote = tables.column(LinkColumn.BGP_REMOTE_AS);
    Column local = tables.column(LinkColumn.BGP_LOCAL_AS);
    int scalar = local.find(0);
    if (remote.rows() == 0 || scalar < 0) {
      return;
    }
    for (NetworkInterface each : interfaces) {
      each.addresses().forEach(address -> network(address, each.ifIndex()));
    }
    for (int row = 0; row < remote.rows(); row++) {
      read(remote.index(row), remote.number(row), local.number(scalar));
    }
  }

  private void network(InterfaceAddress address, int ifIndex) {
    byte[] octets = address.address().getAddress();
    int length = address.prefixLength();
    if (octets.length == 4 && length >= SHORTEST_PREFIX && length <= LONGEST_PREFIX) {
      int host =
          (octets[0] & 0xff) << 24
              | (octets[1] & 0xff) << 16
              | (octets[2] & 0xff) << 8
              | (octets[3] & 0xff);
      networks.putIfAbsent(Network.of(host, length), ifIndex);
    }
  }

  private void read(int[] peer, long remoteAs, long localAs) {
    if (peer.length != 4 || remoteAs <= 0 || localAs <= 0) {
      return;
    }
    if (remoteAs == AS_TRANS && localAs == AS_TRANS) {
      return;
    }
    int address = peer[0] << 24 | peer[1] << 16 | peer[2] << 8 | peer[3];
    BgpPeer session = remoteAs == localAs ? BgpPeer.INTERNAL : BgpPeer.EXTERNAL;
    ifIndex(address)
        .ifPresent(found -> sessions.merge(found, session, (a, b) -> a.compareTo(b) >= 0 ? a : b));
  }

  private Optional<Integer> ifIndex(int peer) {
    for (int length = LONGEST_PREFIX; length >= SHORTEST_PREFIX; length--) {
      Integer found = networks.get(Network.of(peer, length));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  BgpPeer over(int ifIndex) {
    return sessions.getOrDefault(ifIndex, BgpPeer.NONE);
  }
}
