/** The host's secure credentials vault. */
package org.opennms.plugins.trunkline.sandbox.host.scv;
