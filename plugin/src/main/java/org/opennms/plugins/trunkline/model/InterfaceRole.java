package org.opennms.plugins.trunkline.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an interface is for. The spelling for users is the constant's name in lower case. */
public enum InterfaceRole {
  /** Towards an Internet or WAN provider, or a peer outside the own network. */
  ISP_UPLINK,
  /** Between the own network's switches and routers, aggregates included. */
  TRUNK,
  /** Towards end users' devices. */
  ACCESS,
  /** Towards a server, hypervisor or storage. */
  SERVER_LINK,
  /** Towards one of the own branches, over a provider or a leased line. */
  BRANCH_LINK,
  /** Management and console ports. */
  MANAGEMENT,
  /** Software loopbacks. */
  LOOPBACK,
  /** Towards IP phones and voice gateways. */
  VOICE,
  /** Towards IP cameras. */
  CAMERA,
  /** Nothing of the above, or nothing is known. */
  OTHER;

  private static final String SPELLINGS =
      Arrays.stream(values()).map(InterfaceRole::spelling).collect(Collectors.joining(", "));

  /** For example {@code isp_uplink}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role that is spelled so, in any case and with {@code -} or {@code _}. */
  public static Optional<InterfaceRole> parse(String text) {
    String wanted = text.trim().replace('-', '_');
    return Arrays.stream(values()).filter(r -> r.name().equalsIgnoreCase(wanted)).findFirst();
  }

  /** All spellings, for messages: {@code isp_uplink, trunk, ...}. */
  public static String spellings() {
    return SPELLINGS;
  }
}
