/** The operator's rules: how they are written, checked, matched and tried out. */
package org.opennms.plugins.trunkline.classify.rule;
