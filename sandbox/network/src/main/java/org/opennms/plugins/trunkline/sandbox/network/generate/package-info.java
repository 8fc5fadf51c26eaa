/** Makes up a plausible network of any size from a seed number. */
package org.opennms.plugins.trunkline.sandbox.network.generate;
