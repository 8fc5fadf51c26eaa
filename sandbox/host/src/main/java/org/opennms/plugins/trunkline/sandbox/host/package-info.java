/** An embedded stand-in for the host: the Integration API services that Trunkline uses. */
package org.opennms.plugins.trunkline.sandbox.host;
