package org.opennms.plugins.trunkline.sandbox.host.alarms;

import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;

class AlarmdOnH2Test extends AlarmdContract {

  AlarmdOnH2Test() {
    super(Dialect.H2);
  }
}
