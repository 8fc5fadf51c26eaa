package org.opennms.plugins.trunkline.model;

import java.util.List;
import java.util.Objects;

/**
 * One row of IF-MIB's ifTable and ifXTable (RFC 2863), and what other tables say of it, as last
 * read.
 *
 * @param key lasting identity
 * @param ifIndex where it was found last; a hint only
 * @param ifName may be empty
 * @param ifDescr may be empty
 * @param ifAlias the operator's description; may be empty
 * @param ifType IANAifType; 0 where not told
 * @param speed bit/s from ifHighSpeed, else ifSpeed; 0 where not told
 * @param adminStatus ifAdminStatus
 * @param operStatus ifOperStatus
 * @param physAddress 6 octets as {@code aa:bb:cc:dd:ee:ff}, other lengths likewise; may be empty
 * @param addresses in the device's order; may be empty
 * @param link layers, switching and routing; {@link LinkFacts#NONE} where nothing is known
 */
public record NetworkInterface(
    InterfaceKey key,
    int ifIndex,
    String ifName,
    String ifDescr,
    String ifAlias,
    int ifType,
    long speed,
    AdminStatus adminStatus,
    OperStatus operStatus,
    String physAddress,
    List<InterfaceAddress> addresses,
    LinkFacts link) {
  /** Copies the list and rejects missing parts. */
  public NetworkInterface {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(ifName, "ifName");
    Objects.requireNonNull(ifDescr, "ifDescr");
    Objects.requireNonNull(ifAlias, "ifAlias");
    Objects.requireNonNull(adminStatus, "adminStatus");
    Objects.requireNonNull(operStatus, "operStatus");
    Objects.requireNonNull(physAddress, "physAddress");
    addresses = List.copyOf(addresses);
    Objects.requireNonNull(link, "link");
  }

  /** An interface of which only IF-MIB's row is known. */
  public NetworkInterface(
      InterfaceKey key,
      int ifIndex,
      String ifName,
      String ifDescr,
      String ifAlias,
      int ifType,
      long speed,
      AdminStatus adminStatus,
      OperStatus operStatus,
      String physAddress,
      List<InterfaceAddress> addresses) {
    this(
        key,
        ifIndex,
        ifName,
        ifDescr,
        ifAlias,
        ifType,
        speed,
        adminStatus,
        operStatus,
        physAddress,
        addresses,
        LinkFacts.NONE);
  }

  /** The same with what other tables say of it. */
  public NetworkInterface with(LinkFacts said) {
    return new NetworkInterface(
        key,
        ifIndex,
        ifName,
        ifDescr,
        ifAlias,
        ifType,
        speed,
        adminStatus,
        operStatus,
        physAddress,
        addresses,
        said);
  }
}
