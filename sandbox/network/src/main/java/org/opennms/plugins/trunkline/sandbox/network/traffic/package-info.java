/** How much flows: a weekly rhythm as a pure function of time, and what faults do to it. */
package org.opennms.plugins.trunkline.sandbox.network.traffic;
