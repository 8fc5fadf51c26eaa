/** The signed export into files that rotate, with an index and a signed list of each day. */
package org.opennms.plugins.trunkline.telemetry.file;
