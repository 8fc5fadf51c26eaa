/** What operators can ask of devices and MIBs: the engine and the names behind the operations. */
package org.opennms.plugins.trunkline.snmp.desk;
