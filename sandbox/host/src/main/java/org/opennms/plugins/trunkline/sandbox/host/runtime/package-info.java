/** What the host is: version, identity, threads. */
package org.opennms.plugins.trunkline.sandbox.host.runtime;
