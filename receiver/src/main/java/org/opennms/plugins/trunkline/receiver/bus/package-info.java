/** The EventBus end: takes envelopes over gRPC, checks them, stores them, passes them on. */
package org.opennms.plugins.trunkline.receiver.bus;
