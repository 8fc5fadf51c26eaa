package org.opennms.plugins.trunkline.sandbox.host.eventconf;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.opennms.integration.api.v1.config.events.AlarmData;
import org.opennms.integration.api.v1.config.events.AlarmType;
import org.opennms.integration.api.v1.config.events.EventDefinition;
import org.opennms.integration.api.v1.config.events.LogMessage;
import org.opennms.integration.api.v1.config.events.Mask;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition.AlarmRule;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition.MaskRule;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition.ParameterRule;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition.UpdateRule;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition.VarbindRule;

/** Copies a plugin's definition eagerly, so that nothing of the plugin is held. */
final class DefinitionCopier {

  private DefinitionCopier() {}

  static Definition copy(EventDefinition source) {
    LogMessage log = source.getLogMessage();
    Mask mask = source.getMask();
    return new Definition(
        source.getPriority(),
        Objects.requireNonNull(source.getUei(), "event definition without UEI"),
        source.getLabel(),
        source.getSeverity(),
        source.getDescription(),
        source.getOperatorInstructions(),
        log == null ? null : log.getContent(),
        log == null ? null : log.getDestination(),
        copy(source.getAlarmData()),
        mask == null
            ? null
            : all(mask.getMaskElements(), e -> new MaskRule(e.getName(), copy(e.getValues()))),
        mask == null ? null : varbinds(mask),
        all(
            source.getParameters(),
            p -> new ParameterRule(p.getName(), p.getValue(), p.shouldExpand())));
  }

  /** Varbinds by textual convention cannot be matched here: events carry no types. */
  private static List<VarbindRule> varbinds(Mask mask) {
    return mask.getVarbinds() == null
        ? List.of()
        : mask.getVarbinds().stream()
            .filter(varbind -> varbind.getNumber() != null)
            .map(varbind -> new VarbindRule(varbind.getNumber(), copy(varbind.getValues())))
            .toList();
  }

  private static AlarmRule copy(AlarmData alarm) {
    if (alarm == null) {
      return null;
    }
    AlarmType type = alarm.getType() == null ? AlarmType.PROBLEM : alarm.getType();
    return new AlarmRule(
        alarm.getReductionKey(),
        alarm.getClearKey(),
        type.getId(),
        alarm.isAutoClean(),
        alarm.getManagedObject() == null ? null : alarm.getManagedObject().getType(),
        all(alarm.getUpdateFields(), f -> new UpdateRule(f.getName(), f.isUpdatedOnReduction())));
  }

  private static List<String> copy(Collection<String> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  private static <S, T> List<T> all(Collection<S> source, Function<S, T> copier) {
    return source == null ? List.of() : source.stream().map(copier).toList();
  }
}
