/** What an agent serves: an ordered set of object instances, computed or stored. */
package org.opennms.plugins.trunkline.sandbox.network.mib;
