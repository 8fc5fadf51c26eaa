/** The files beside a running network: its nodes, the truth about them, how to log in. */
package org.opennms.plugins.trunkline.sandbox.network.export;
