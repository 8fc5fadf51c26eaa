/** The host's REST door: who may enter, and the few resources that the host itself serves. */
package org.opennms.plugins.trunkline.sandbox.host.http;
