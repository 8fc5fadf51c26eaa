package org.opennms.plugins.trunkline.classify.rule;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;

/** A number that a rule can match on, with its name in {@code rules.yaml}. */
enum NumberField {
  IF_INDEX("ifIndex"),
  IF_TYPE("ifType"),
  SPEED("speed"),
  AGGREGATE("lag"),
  ACCESS_VLAN("accessVlan"),
  VOICE_VLAN("voiceVlan"),
  NATIVE_VLAN("nativeVlan"),
  TAGGED_VLANS("taggedVlans"),
  POE_CLASS("poeClass");

  static final String SPELLINGS =
      Arrays.stream(values()).map(f -> f.spelling).collect(Collectors.joining(", "));

  final String spelling;

  NumberField(String spelling) {
    this.spelling = spelling;
  }

  static Optional<NumberField> parse(String text) {
    return Arrays.stream(values()).filter(f -> f.spelling.equals(text)).findFirst();
  }

  /** Its value; -1 or 0 where it is not known, as the evidence has it. */
  long of(InterfaceEvidence evidence) {
    return switch (this) {
      case IF_INDEX -> evidence.networkInterface().ifIndex();
      case IF_TYPE -> evidence.networkInterface().ifType();
      case SPEED -> evidence.networkInterface().speed();
      case AGGREGATE -> evidence.layers().aggregate();
      case ACCESS_VLAN -> evidence.switchPort().accessVlan();
      case VOICE_VLAN -> evidence.switchPort().voiceVlan();
      case NATIVE_VLAN -> evidence.switchPort().nativeVlan();
      case TAGGED_VLANS -> evidence.switchPort().taggedVlans();
      case POE_CLASS -> evidence.switchPort().poeClass();
    };
  }
}
