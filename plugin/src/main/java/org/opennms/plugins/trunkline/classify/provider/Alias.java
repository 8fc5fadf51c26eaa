package org.opennms.plugins.trunkline.classify.provider;

/**
 * One way of writing a provider.
 *
 * @param provider who is meant
 * @param weak whether it is also an ordinary word or name ({@code orange}, {@code sky}): then it
 *     counts only beside a word about carriers
 */
public record Alias(Provider provider, boolean weak) {}
