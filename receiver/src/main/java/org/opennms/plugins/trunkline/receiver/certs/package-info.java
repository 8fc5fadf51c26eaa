/** Certificates for a trial. */
package org.opennms.plugins.trunkline.receiver.certs;
