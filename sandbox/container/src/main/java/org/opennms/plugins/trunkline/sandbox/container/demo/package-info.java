/** Trunkline in a container with a simulated network to look at: {@code make demo}. */
package org.opennms.plugins.trunkline.sandbox.container.demo;
