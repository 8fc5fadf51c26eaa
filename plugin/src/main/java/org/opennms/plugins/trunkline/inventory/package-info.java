/** Which devices and interfaces there are, discovery runs, and which interfaces are monitored. */
package org.opennms.plugins.trunkline.inventory;
