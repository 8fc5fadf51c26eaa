package org.opennms.plugins.trunkline.classify.rule;

import java.util.Optional;
import java.util.OptionalLong;
import org.opennms.plugins.trunkline.classify.evidence.Weights;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/**
 * What a rule does where it matches. Of several rules that set the same thing the first counts;
 * weights add up.
 *
 * @param role to set
 * @param provider to set; {@code $1} stands for the first group of the rule's expression
 * @param critical to set
 * @param monitored to set
 * @param contractBandwidth to set, bit/s
 * @param weights to add to the score; {@link Weights#NONE} for none
 */
public record Effect(
    Optional<InterfaceRole> role,
    Optional<String> provider,
    Optional<Boolean> critical,
    Optional<Boolean> monitored,
    OptionalLong contractBandwidth,
    Weights weights) {}
