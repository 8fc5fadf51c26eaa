package org.opennms.plugins.trunkline.sandbox.host.events;

import java.net.InetAddress;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.opennms.integration.api.v1.model.EventParameter;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.Severity;

/** An event whose sender forgot the UEI, which the immutable builder does not allow. */
record NamelessEvent(InMemoryEvent other) implements InMemoryEvent {

  @Override
  public String getUei() {
    return null;
  }

  @Override
  public String getSource() {
    return other.getSource();
  }

  @Override
  public InetAddress getInterface() {
    return other.getInterface();
  }

  @Override
  public String getService() {
    return other.getService();
  }

  @Override
  public Date getTime() {
    return other.getTime();
  }

  @Override
  public Severity getSeverity() {
    return other.getSeverity();
  }

  @Override
  public Integer getNodeId() {
    return other.getNodeId();
  }

  @Override
  public List<EventParameter> getParameters() {
    return other.getParameters();
  }

  @Override
  public Optional<String> getParameterValue(String name) {
    return other.getParameterValue(name);
  }

  @Override
  public List<EventParameter> getParametersByName(String name) {
    return other.getParametersByName(name);
  }
}
