/** The rule book, providers and evidence that make a classification. */
package org.opennms.plugins.trunkline.classify;
