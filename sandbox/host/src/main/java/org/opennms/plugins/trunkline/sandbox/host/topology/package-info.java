/** Enlinkd's computed topology, as plugins receive it. */
package org.opennms.plugins.trunkline.sandbox.host.topology;
