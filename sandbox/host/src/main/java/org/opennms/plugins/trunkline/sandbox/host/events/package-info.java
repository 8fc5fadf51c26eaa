/** Eventd: expansion, storage and delivery of events. */
package org.opennms.plugins.trunkline.sandbox.host.events;
