/** Carriers and Internet providers, and how operators write them. */
package org.opennms.plugins.trunkline.classify.provider;
