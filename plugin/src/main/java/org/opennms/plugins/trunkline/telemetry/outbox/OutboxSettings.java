package org.opennms.plugins.trunkline.telemetry.outbox;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the outbox lies and how much it holds.
 *
 * @param directory its own
 * @param mostBytes of envelopes, dead letters included; at least 1 MiB
 * @param mostAge after which an envelope is given up
 * @param overflow what happens at {@code mostBytes}
 * @param queue drafts that may wait for being written, at least 1
 */
public record OutboxSettings(
    Path directory, long mostBytes, Duration mostAge, Overflow overflow, int queue) {}
