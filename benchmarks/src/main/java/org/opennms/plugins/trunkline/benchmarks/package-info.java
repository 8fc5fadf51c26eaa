/** What Trunkline costs, measured beside a peer or a stated bound. */
package org.opennms.plugins.trunkline.benchmarks;
