package org.opennms.plugins.trunkline.receiver.bus;

import java.util.Locale;

/** Why a connection was refused before any call. */
enum Refusal {
  /** The client's certificate is expired or of another authority. */
  CERTIFICATE,
  /** It shows none. */
  NO_CERTIFICATE,
  /** It does not speak TLS. */
  NO_TLS,
  /** Something else went wrong between the two; mostly it is the client that refuses us. */
  HANDSHAKE;

  /** As the metrics' label has it. */
  String spelling() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
