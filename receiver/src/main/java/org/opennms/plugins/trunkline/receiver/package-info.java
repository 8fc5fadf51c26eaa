/** The command line of the receiver: serve, verify, tail, export, keys and certificates. */
package org.opennms.plugins.trunkline.receiver;
