package org.opennms.plugins.trunkline.sandbox.network.agent;

import org.snmp4j.security.SecurityProtocols;

/**
 * The user's keys, and those of a user of the same name whose passphrases are others.
 *
 * @param right what requesters have
 * @param wrong for agents that are to refuse them
 */
record UserKeys(KeyLocalizer right, KeyLocalizer wrong) {

  static UserKeys of(SnmpUser user, SecurityProtocols protocols) {
    SnmpUser other =
        new SnmpUser(
            user.name(),
            user.authProtocol(),
            "other " + user.authPassphrase(),
            user.privProtocol(),
            "other " + user.privPassphrase());
    return new UserKeys(new KeyLocalizer(user, protocols), new KeyLocalizer(other, protocols));
  }
}
