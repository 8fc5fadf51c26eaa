package org.opennms.plugins.trunkline.sandbox.network;

import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSpec;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.replay.Recording;
import org.opennms.plugins.trunkline.sandbox.network.table.DeviceSchema;
import org.opennms.plugins.trunkline.sandbox.network.table.Values;
import org.snmp4j.smi.OctetString;

/** A device of the network: one that was generated, or one whose objects were recorded. */
public sealed interface SimulatedDevice {

  /** A generated device; its objects are computed. */
  record Generated(GeneratedDevice device) implements SimulatedDevice {
    @Override
    public AgentSpec agent() {
      var identity = device.identity();
      int boots = 1 + Math.floorMod(identity.serial().hashCode(), 40);
      return new AgentSpec(
          identity.label(),
          identity.address(),
          EngineIds.ofMac(identity.platform().enterprise(), Values.macOctets(identity.mac())),
          boots,
          device.bootedAt(),
          DeviceSchema.of(device));
    }
  }

  /**
   * A recording; its objects never change.
   *
   * @param address the number of its address in 127.0.0.0/8
   * @param startedAt milliseconds since the epoch; its engine's time counts from here
   */
  record Recorded(Recording recording, int address, long startedAt) implements SimulatedDevice {
    @Override
    public AgentSpec agent() {
      OctetString engineId = EngineIds.ofText(recording.label());
      return new AgentSpec(recording.label(), address, engineId, 1, startedAt, recording.view());
    }
  }

  /** What is needed to serve it. */
  AgentSpec agent();

  /** The node label. */
  default String label() {
    return agent().label();
  }
}
