package org.opennms.plugins.trunkline.sandbox.host.events;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opennms.integration.api.v1.model.EventParameter;
import org.opennms.integration.api.v1.model.InMemoryEvent;

/**
 * Fills the tokens of definitions, such as {@code %nodeid%} and {@code %parm[name]%}. A token
 * without a value becomes empty text, which is how two alarms collapse into one; text between
 * percent signs that holds a blank is no token.
 */
public final class Tokens {

  private static final Pattern TOKEN = Pattern.compile("%([^%\\s]+)%");

  private final Function<Integer, String> nodeLabels;

  /**
   * Makes an expander.
   *
   * @param nodeLabels the label of a node id, or null
   */
  public Tokens(Function<Integer, String> nodeLabels) {
    this.nodeLabels = nodeLabels;
  }

  /** Fills a template; null stays null. */
  public String expand(String template, InMemoryEvent event) {
    if (template == null) {
      return null;
    }
    Matcher tokens = TOKEN.matcher(template);
    return tokens.replaceAll(
        match -> Matcher.quoteReplacement(Objects.toString(value(match.group(1), event), "")));
  }

  private Object value(String token, InMemoryEvent event) {
    if (token.startsWith("parm[") && token.endsWith("]")) {
      return parameter(token.substring(5, token.length() - 1), event.getParameters());
    }
    return switch (token) {
      case "uei" -> event.getUei();
      case "source" -> event.getSource();
      case "nodeid" -> event.getNodeId();
      case "nodelabel" -> event.getNodeId() == null ? null : nodeLabels.apply(event.getNodeId());
      case "interface", "host", "snmphost" ->
          event.getInterface() == null ? null : event.getInterface().getHostAddress();
      case "service" -> event.getService();
      case "severity" -> event.getSeverity() == null ? null : event.getSeverity().getLabel();
      case "time", "shorttime" -> event.getTime() == null ? null : event.getTime().toInstant();
      default -> null;
    };
  }

  private static String parameter(String selector, List<EventParameter> parameters) {
    if (selector.equals("all")) {
      return joined(parameters, p -> p.getName() + "=\"" + p.getValue() + "\"");
    }
    if (selector.equals("values-all")) {
      return joined(parameters, EventParameter::getValue);
    }
    if (selector.equals("names-all")) {
      return joined(parameters, EventParameter::getName);
    }
    if (selector.equals("##")) {
      return String.valueOf(parameters.size());
    }
    if (selector.matches("#\\d{1,4}")) {
      int number = Integer.parseInt(selector.substring(1));
      return number < 1 || number > parameters.size()
          ? null
          : parameters.get(number - 1).getValue();
    }
    return parameters.stream()
        .filter(p -> p.getName().equals(selector))
        .findFirst()
        .map(EventParameter::getValue)
        .orElse(null);
  }

  private static String joined(
      List<EventParameter> parameters, Function<EventParameter, String> text) {
    return parameters.stream().map(text).collect(Collectors.joining(" "));
  }
}
