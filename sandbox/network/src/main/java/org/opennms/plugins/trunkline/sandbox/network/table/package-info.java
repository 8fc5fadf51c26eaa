/** The MIB modules of a generated device: which object shows what. */
package org.opennms.plugins.trunkline.sandbox.network.table;
