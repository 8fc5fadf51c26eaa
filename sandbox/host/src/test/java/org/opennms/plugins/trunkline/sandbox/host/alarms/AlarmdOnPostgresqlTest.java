package org.opennms.plugins.trunkline.sandbox.host.alarms;

import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;

class AlarmdOnPostgresqlTest extends AlarmdContract {

  AlarmdOnPostgresqlTest() {
    super(Dialect.POSTGRESQL);
  }
}
