/** What may be known of an interface, and what a piece of it adds to the roles' log odds. */
package org.opennms.plugins.trunkline.classify.evidence;
