/** Commands to a running network: one line asks, one line answers. */
package org.opennms.plugins.trunkline.sandbox.network.control;
