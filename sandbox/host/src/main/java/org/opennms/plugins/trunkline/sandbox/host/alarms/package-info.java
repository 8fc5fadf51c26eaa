/** Alarmd: events reduced to alarms, resolved, shown to plugins and swept up. */
package org.opennms.plugins.trunkline.sandbox.host.alarms;
