package org.opennms.plugins.trunkline.sandbox.host.events;

import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition;

/**
 * An event after expansion.
 *
 * @param id its row, or null when the definition says not to persist it
 * @param definition what the host knows of it; a nameless default when it knows nothing
 * @param logMessage the definition's message with its tokens filled in; may be null
 * @param description the definition's description with its tokens filled in; may be null
 */
public record StoredEvent(
    Integer id,
    InMemoryEvent event,
    Definition definition,
    String logMessage,
    String description) {}
