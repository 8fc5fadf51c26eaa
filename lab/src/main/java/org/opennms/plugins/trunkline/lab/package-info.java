/** Runs one part of Trunkline on recorded data, for what-if questions and for measuring. */
package org.opennms.plugins.trunkline.lab;
