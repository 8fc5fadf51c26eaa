/** Recordings of real agents, read from {@code .snmprec} files. */
package org.opennms.plugins.trunkline.sandbox.network.replay;
