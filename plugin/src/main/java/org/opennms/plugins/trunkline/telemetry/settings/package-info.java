/** {@code etc/trunkline/telemetry.yaml}, read into records. */
package org.opennms.plugins.trunkline.telemetry.settings;
