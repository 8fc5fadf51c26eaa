/** The generated devices: what they are, their ports and the links between them. */
package org.opennms.plugins.trunkline.sandbox.network.device;
