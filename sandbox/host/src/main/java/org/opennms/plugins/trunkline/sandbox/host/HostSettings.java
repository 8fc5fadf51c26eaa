package org.opennms.plugins.trunkline.sandbox.host;

import java.nio.file.Path;
import java.time.Duration;
import org.opennms.plugins.trunkline.sandbox.host.runtime.SandboxRuntimeInfo.HostVersion;
import org.opennms.plugins.trunkline.sandbox.host.storage.DatabaseSettings;

/**
 * All settings but the faults. Any change of them restarts the sandbox's services, as a restart of
 * Horizon would.
 *
 * @param version which Horizon it says it is
 * @param nodesFile the nodes; need not exist
 * @param nodesInterval how often the nodes file is looked at
 * @param edgesFile what Enlinkd "found"; need not exist
 * @param edgesInterval how often Enlinkd computes the topology
 * @param metricsDirectory archives of stored metrics; need not exist
 * @param usersFile users of the REST interface; the built-in ones apply when it does not exist
 * @param eventConfInDatabase true for the behaviour of Horizon 35 and later
 * @param eventReceivers threads that process events; with more than one, order is not kept
 * @param eventQueue bound of the queue before them: overload loses the oldest
 * @param listenerQueue bound of each listener's queue: overload loses the newest
 * @param trapPort UDP port on 127.0.0.1 for traps; 0 for a free one
 * @param alarmSnapshotInterval pause between two snapshots of all alarms
 * @param alarmCleanupAfter age at which a cleared alarm that nobody acknowledged is deleted
 * @param alarmNodeCache how long an alarm's node may be stale
 */
public record HostSettings(
    DatabaseSettings database,
    HostVersion version,
    Path nodesFile,
    Duration nodesInterval,
    Path edgesFile,
    Duration edgesInterval,
    Path metricsDirectory,
    Path usersFile,
    boolean eventConfInDatabase,
    int eventReceivers,
    int eventQueue,
    int listenerQueue,
    int trapPort,
    Duration alarmSnapshotInterval,
    Duration alarmCleanupAfter,
    Duration alarmNodeCache) {}
