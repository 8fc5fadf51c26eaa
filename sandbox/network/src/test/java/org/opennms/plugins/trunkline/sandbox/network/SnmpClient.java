package org.opennms.plugins.trunkline.sandbox.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.sandbox.network.agent.SnmpUser;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.Priv3DES;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** A requester on SNMP4J, synchronous, for tests. */
public final class SnmpClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 400;
  private static final int LONGEST = 65_535;

  private final Snmp snmp;
  private final int version;
  private final String community;
  private final SnmpUser user;

  private SnmpClient(int version, String community, SnmpUser user, int maxSize) throws IOException {
    this.version = version;
    this.community = community;
    this.user = user;
    MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
    dispatcher.addMessageProcessingModel(new MPv1());
    dispatcher.addMessageProcessingModel(new MPv2c());
    if (user != null) {
      dispatcher.addMessageProcessingModel(messageProcessing(user));
    }
    var transport = new DefaultUdpTransportMapping(new UdpAddress("127.0.0.1/0"));
    transport.setMaxInboundMessageSize(maxSize);
    snmp = new Snmp(dispatcher, transport);
    snmp.listen();
  }

  private static MPv3 messageProcessing(SnmpUser user) {
    SecurityProtocols protocols = SecurityProtocols.getInstance();
    protocols.addPredefinedProtocolSet(SecurityProtocols.SecurityProtocolSet.any);
    protocols.addPrivacyProtocol(new Priv3DES());
    USM usm = new USM(protocols, new OctetString(MPv3.createLocalEngineID()), 0);
    usm.addUser(
        new UsmUser(
            new OctetString(user.name()),
            user.authProtocol() == null ? null : SnmpUser.AUTH_PROTOCOLS.get(user.authProtocol()),
            text(user.authProtocol(), user.authPassphrase()),
            user.privProtocol() == null ? null : SnmpUser.PRIV_PROTOCOLS.get(user.privProtocol()),
            text(user.privProtocol(), user.privPassphrase())));
    return new MPv3(
        usm.getLocalEngineID().getValue(),
        null,
        protocols,
        SecurityModels.getCollection(new SecurityModel[] {usm}),
        CounterSupport.getInstance());
  }

  private static OctetString text(String protocol, String passphrase) {
    return protocol == null ? null : new OctetString(passphrase);
  }

  public static SnmpClient v1(String community) throws IOException {
    return new SnmpClient(SnmpConstants.version1, community, null, LONGEST);
  }

  public static SnmpClient v2c(String community) throws IOException {
    return new SnmpClient(SnmpConstants.version2c, community, null, LONGEST);
  }

  public static SnmpClient v3(SnmpUser user) throws IOException {
    return new SnmpClient(SnmpConstants.version3, null, user, LONGEST);
  }

  /** A requester that can take answers of a limited size. */
  public static SnmpClient v3(SnmpUser user, int maxSize) throws IOException {
    return new SnmpClient(SnmpConstants.version3, null, user, maxSize);
  }

  private Target<UdpAddress> target(InetSocketAddress to) {
    Target<UdpAddress> target;
    if (version == SnmpConstants.version3) {
      UserTarget<UdpAddress> secure = new UserTarget<>();
      secure.setSecurityName(new OctetString(user.name()));
      secure.setSecurityLevel(level(user).getSnmpValue());
      target = secure;
    } else {
      CommunityTarget<UdpAddress> open = new CommunityTarget<>();
      open.setCommunity(new OctetString(community));
      target = open;
    }
    target.setVersion(version);
    target.setAddress(new UdpAddress(to.getAddress(), to.getPort()));
    target.setTimeout(TIMEOUT_MILLIS);
    return target;
  }

  private static SecurityLevel level(SnmpUser user) {
    if (user.authProtocol() == null) {
      return SecurityLevel.noAuthNoPriv;
    }
    return user.privProtocol() == null ? SecurityLevel.authNoPriv : SecurityLevel.authPriv;
  }

  public PDU pdu(int type, String... oids) {
    PDU pdu = version == SnmpConstants.version3 ? new ScopedPDU() : new PDU();
    pdu.setType(type);
    for (String oid : oids) {
      pdu.add(new VariableBinding(new OID(oid)));
    }
    return pdu;
  }

  /** The response, or null after the timeout. */
  public PDU send(InetSocketAddress to, PDU request) {
    Target<UdpAddress> target = target(to);
    try {
      return snmp.send(request, target).getResponse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Variable get(InetSocketAddress from, String oid) {
    PDU response = send(from, pdu(PDU.GET, oid));
    return response == null ? null : response.get(0).getVariable();
  }

  public long number(InetSocketAddress from, String oid) {
    return get(from, oid).toLong();
  }

  /** Everything below an OID by GETBULK, in the order in which it came. */
  public Map<OID, Variable> walk(InetSocketAddress from, String root) {
    return walk(from, root, 25);
  }

  public Map<OID, Variable> walk(InetSocketAddress from, String root, int repetitions) {
    Map<OID, Variable> result = new LinkedHashMap<>();
    OID below = new OID(root);
    OID last = below;
    while (true) {
      PDU request =
          pdu(version == SnmpConstants.version1 ? PDU.GETNEXT : PDU.GETBULK, last.format());
      if (request.getType() == PDU.GETBULK) {
        request.setMaxRepetitions(repetitions);
      }
      PDU response = send(from, request);
      if (response == null) {
        throw new IllegalStateException("no answer after " + last);
      }
      List<VariableBinding> rows = new ArrayList<>(response.getVariableBindings());
      for (VariableBinding row : rows) {
        if (response.getErrorStatus() != 0
            || row.isException()
            || !row.getOid().startsWith(below)) {
          return result;
        }
        if (result.put(row.getOid(), row.getVariable()) != null) {
          throw new IllegalStateException("twice: " + row.getOid());
        }
        last = row.getOid();
      }
    }
  }

  @Override
  public void close() throws IOException {
    snmp.close();
  }
}
