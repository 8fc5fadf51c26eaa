/** Trunkline inside the host: the composing class and the parts below it. */
package org.opennms.plugins.trunkline;
