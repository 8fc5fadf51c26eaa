package org.opennms.plugins.trunkline.receiver.bus;

import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerTransportFilter;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Who is at the other end of a call: the common name of the client's certificate, read once for
 * each connection. Both an interceptor of calls and a filter of connections.
 */
final class Peer extends ServerTransportFilter implements ServerInterceptor {
  private static final Attributes.Key<String> OF_CONNECTION = Attributes.Key.create("peer");
  private static final Context.Key<String> NAME = Context.key("peer");

  /** The caller's common name; empty where there is none. To be asked within a call. */
  static String name() {
    String name = NAME.get();
    return name == null ? "" : name;
  }

  @Override
  public Attributes transportReady(Attributes connection) {
    String name = commonName(connection.get(Grpc.TRANSPORT_ATTR_SSL_SESSION));
    return connection.toBuilder().set(OF_CONNECTION, name).build();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Context context = Context.current().withValue(NAME, call.getAttributes().get(OF_CONNECTION));
    return Contexts.interceptCall(context, call, headers, next);
  }

  private static String commonName(SSLSession session) {
    if (session == null) {
      return "";
    }
    try {
      Certificate first = session.getPeerCertificates()[0];
      return first instanceof X509Certificate certificate ? commonName(certificate) : "";
    } catch (SSLPeerUnverifiedException e) {
      return "";
    }
  }

  private static String commonName(X509Certificate certificate) {
    try {
      for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
        if (part.getType().equalsIgnoreCase("CN")) {
          return part.getValue().toString();
        }
      }
      return "";
    } catch (InvalidNameException e) {
      return "";
    }
  }
}
