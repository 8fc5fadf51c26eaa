/** The host's key-value store. */
package org.opennms.plugins.trunkline.sandbox.host.kv;
