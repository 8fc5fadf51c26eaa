/**
 * The detector for one series of values: what is usual at this hour of the week, and how unusual a
 * value is. Pure: time is an argument, nothing is read or written elsewhere, every step costs the
 * same and allocates nothing.
 */
package org.opennms.plugins.trunkline.baseline.series;
