/** Event definitions: the host's own and the plugins', in memory or in the database. */
package org.opennms.plugins.trunkline.sandbox.host.eventconf;
