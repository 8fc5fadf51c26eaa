/** Looks at stored envelopes long after: reads files of them, audits them, and reports. */
package org.opennms.plugins.trunkline.receiver.evidence;
