/** Faults of the host that tests and operators of the sandbox switch on. */
package org.opennms.plugins.trunkline.sandbox.host.faults;
