/** Metrics for Prometheus: a face, nothing in it but translation. */
package org.opennms.plugins.trunkline.metrics;
