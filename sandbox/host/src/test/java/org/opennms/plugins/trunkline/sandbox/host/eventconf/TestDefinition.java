package org.opennms.plugins.trunkline.sandbox.host.eventconf;

import java.util.List;
import org.opennms.integration.api.v1.config.events.AlarmData;
import org.opennms.integration.api.v1.config.events.AlarmType;
import org.opennms.integration.api.v1.config.events.CollectionGroup;
import org.opennms.integration.api.v1.config.events.EventDefinition;
import org.opennms.integration.api.v1.config.events.LogMessage;
import org.opennms.integration.api.v1.config.events.LogMsgDestType;
import org.opennms.integration.api.v1.config.events.ManagedObject;
import org.opennms.integration.api.v1.config.events.Mask;
import org.opennms.integration.api.v1.config.events.Parameter;
import org.opennms.integration.api.v1.config.events.UpdateField;
import org.opennms.integration.api.v1.model.Severity;

/** A definition as a plugin writes one: everything that it may leave out is null. */
record TestDefinition(String uei, Severity severity, int priority) implements EventDefinition {

  @Override
  public int getPriority() {
    return priority;
  }

  @Override
  public String getUei() {
    return uei;
  }

  @Override
  public String getLabel() {
    return "label";
  }

  @Override
  public Severity getSeverity() {
    return severity;
  }

  @Override
  public String getDescription() {
    return null;
  }

  @Override
  public String getOperatorInstructions() {
    return null;
  }

  @Override
  public LogMessage getLogMessage() {
    return new Message();
  }

  @Override
  public AlarmData getAlarmData() {
    return new Alarm();
  }

  @Override
  public Mask getMask() {
    return null;
  }

  @Override
  public List<Parameter> getParameters() {
    return List.of(new Added());
  }

  @Override
  public List<CollectionGroup> getCollectionGroup() {
    return null;
  }

  private record Message() implements LogMessage {

    @Override
    public String getContent() {
      return "message";
    }

    @Override
    public LogMsgDestType getDestination() {
      return LogMsgDestType.DONOTPERSIST;
    }
  }

  private record Added() implements Parameter {

    @Override
    public String getName() {
      return "p";
    }

    @Override
    public String getValue() {
      return "v";
    }

    @Override
    public boolean shouldExpand() {
      return false;
    }
  }

  private record Field() implements UpdateField {

    @Override
    public String getName() {
      return "severity";
    }

    @Override
    public boolean isUpdatedOnReduction() {
      return true;
    }
  }

  private record Alarm() implements AlarmData {

    @Override
    public String getReductionKey() {
      return "%uei%:%nodeid%";
    }

    @Override
    public AlarmType getType() {
      return null;
    }

    @Override
    public String getClearKey() {
      return null;
    }

    @Override
    public boolean isAutoClean() {
      return false;
    }

    @Override
    public List<UpdateField> getUpdateFields() {
      return List.of(new Field());
    }

    @Override
    public ManagedObject getManagedObject() {
      return null;
    }
  }
}
