/** What the host would have collected of the devices: a round-robin archive of each port. */
package org.opennms.plugins.trunkline.sandbox.network.metrics;
