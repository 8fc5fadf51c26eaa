/** Stored metrics: the archive on disk, and the REST that reads it. */
package org.opennms.plugins.trunkline.sandbox.host.metrics;
