package org.opennms.plugins.trunkline.telemetry.content;

/**
 * Who sends.
 *
 * @param agent under this name receivers look our public key up
 * @param version of the plugin
 * @param mostBytes that an envelope may have
 */
public record Sender(String agent, String version, int mostBytes) {}
