package org.opennms.plugins.trunkline.snmp;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An engine as shipped and one agent to ask. */
abstract class EngineAndAgent {
  SnmpEngine engine;
  FakeAgent agent;

  @BeforeEach
  void start() throws IOException {
    engine = SnmpEngine.open(EngineSettings.DEFAULT);
    agent = FakeAgent.start();
  }

  @AfterEach
  void stop() {
    agent.close();
    engine.close();
  }

  long discarded(Discard reason) {
    return engine.metrics().discarded(reason);
  }
}
