/** What plugins give to the host's topology map: graphs and their status. */
package org.opennms.plugins.trunkline.sandbox.host.graph;
