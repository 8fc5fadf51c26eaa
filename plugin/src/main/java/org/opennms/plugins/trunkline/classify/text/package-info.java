/** Reads what operators write: folding, word boundaries, keywords, names of ports. */
package org.opennms.plugins.trunkline.classify.text;
