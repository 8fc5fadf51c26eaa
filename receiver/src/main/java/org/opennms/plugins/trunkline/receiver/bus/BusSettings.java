package org.opennms.plugins.trunkline.receiver.bus;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;

/**
 * What a server is told at its start.
 *
 * @param listen where gRPC is served; port 0 takes a free one
 * @param tls its certificate and whom it trusts
 * @param agentKeys directory of the agents' public keys
 * @param trustAnnounced whether a key announced by an agent's known key becomes known
 * @param store directory of the store
 * @param segmentBytes size behind which the store begins a new file
 * @param mostBytes larger envelopes are INVALID
 * @param perSecond envelopes a second that one sender may send; 0 for no limit
 * @param backoffMs what a sender is told to wait
 * @param consumers common names of the certificates that may subscribe
 * @param metrics where metrics are served over HTTP; null for nowhere
 * @param verifiers threads that check signatures
 */
public record BusSettings(
    InetSocketAddress listen,
    Tls tls,
    Path agentKeys,
    boolean trustAnnounced,
    Path store,
    long segmentBytes,
    int mostBytes,
    double perSecond,
    int backoffMs,
    Set<String> consumers,
    InetSocketAddress metrics,
    int verifiers) {
  /**
   * PEM files of mutual TLS; all are read again when they change.
   *
   * @param certificate the server's, with its chain
   * @param key the server's, PKCS#8
   * @param clientAuthority who signs the clients' certificates
   */
  public record Tls(Path certificate, Path key, Path clientAuthority) {}
}
