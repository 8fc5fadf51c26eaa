/** The private keys that envelopes are signed with: found or made, rotated, published. */
package org.opennms.plugins.trunkline.telemetry.keys;
