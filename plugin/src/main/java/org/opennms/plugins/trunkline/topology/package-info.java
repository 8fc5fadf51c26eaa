/** Who is connected to whom, with the evidence: observations, their resolution, links, orphans. */
package org.opennms.plugins.trunkline.topology;
