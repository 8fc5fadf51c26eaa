/** Sessions, credentials and walks; the only package that touches SNMP4J. */
package org.opennms.plugins.trunkline.snmp;
