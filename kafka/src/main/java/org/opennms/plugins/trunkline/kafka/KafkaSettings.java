package org.opennms.plugins.trunkline.kafka;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * What the transport goes by. Immutable.
 *
 * @param properties of the producer; empty where there are none to be used
 * @param topic that records go to
 * @param stamp changes with the files that the properties name
 * @param problem why a newer file is not in force, for the operator; empty when all is well
 */
record KafkaSettings(Map<String, Object> properties, String topic, String stamp, String problem) {
  private static final String HIDDEN = "[hidden]";

  /** A producer's properties that are secrets, and those of JAAS inside one of them. */
  private static final Pattern SECRET = Pattern.compile("password|secret|\\.key$|jaas");

  private static final Pattern OF_JAAS =
      Pattern.compile(
          "(?i)\\w*(?:password|secret|token)\\w*\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;\"]+))");

  /** Before a file was read. */
  static final KafkaSettings NONE = new KafkaSettings(Map.of(), "", "", "");

  KafkaSettings {
    properties = Map.copyOf(properties);
  }

  boolean isUsable() {
    return !properties.isEmpty();
  }

  /** Whether a producer of the other need not be made anew. */
  boolean isSame(KafkaSettings other) {
    return properties.equals(other.properties)
        && topic.equals(other.topic)
        && stamp.equals(other.stamp);
  }

  /** These, and what is wrong with newer ones. */
  KafkaSettings with(String newProblem) {
    return new KafkaSettings(properties, topic, stamp, newProblem);
  }

  /** Where records go, for the operator. */
  String place() {
    return properties.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG) + ", topic " + topic;
  }

  /** The text without any secret of the properties. */
  String masked(String text) {
    String masked = text;
    for (String secret : secrets()) {
      masked = masked.replace(secret, HIDDEN);
    }
    return masked;
  }

  // The longest first: one may be a part of another.
  private List<String> secrets() {
    List<String> secrets = new ArrayList<>();
    properties.forEach(
        (name, value) -> {
          if (SECRET.matcher(name.toLowerCase(Locale.ROOT)).find()) {
            String text = value.toString();
            secrets.add(text);
            OF_JAAS.matcher(text).results().map(KafkaSettings::value).forEach(secrets::add);
          }
        });
    secrets.removeIf(String::isBlank);
    secrets.sort(Comparator.comparingInt(String::length).reversed());
    return secrets;
  }

  private static String value(MatchResult option) {
    return option.group(1) == null ? option.group(2) : option.group(1);
  }

  /** Without the properties: there are secrets among them. */
  @Override
  public String toString() {
    return isUsable() ? place() : problem;
  }
}
