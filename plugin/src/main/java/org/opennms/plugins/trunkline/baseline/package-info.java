/**
 * What is normal at this hour of the week, and what is not: baselines per interface, direction and
 * metric, judgement of samples, episodes, and what operators ask of them. The detector for one
 * series of values is in {@code baseline.series}.
 */
package org.opennms.plugins.trunkline.baseline;
