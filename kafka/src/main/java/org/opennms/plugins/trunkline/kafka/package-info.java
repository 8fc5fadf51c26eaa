/** The optional transport to Kafka, a bundle of its own. */
package org.opennms.plugins.trunkline.kafka;
