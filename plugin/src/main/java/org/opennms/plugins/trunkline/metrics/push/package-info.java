/**
 * Sends metrics to a store that takes Prometheus' text format, such as VictoriaMetrics. Knows
 * nothing of what the metrics are.
 */
package org.opennms.plugins.trunkline.metrics.push;
