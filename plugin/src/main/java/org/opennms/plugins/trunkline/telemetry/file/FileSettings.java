package org.opennms.plugins.trunkline.telemetry.file;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where files are written.
 *
 * @param directory of our own
 * @param mostBytes of a file, after which the next one is begun
 * @param retention after which a finished file is deleted
 */
public record FileSettings(Path directory, long mostBytes, Duration retention) {}
