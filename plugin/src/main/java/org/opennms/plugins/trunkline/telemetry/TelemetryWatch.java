package org.opennms.plugins.trunkline.telemetry;

/** Is told when the export stalls and when it goes on. Must neither block nor throw. */
public interface TelemetryWatch {
  /** Tells nobody. */
  TelemetryWatch NONE =
      new TelemetryWatch() {
        @Override
        public void stalled(String transport, String detail) {}

        @Override
        public void recovered(String transport) {}
      };

  /** Envelopes wait, and none has left by this transport for too long. */
  void stalled(String transport, String detail);

  /** They leave again. */
  void recovered(String transport);
}
