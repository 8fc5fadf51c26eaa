/** What was collected, in the words of the wire contract. */
package org.opennms.plugins.trunkline.telemetry.content;
