package org.opennms.plugins.trunkline.telemetry.content;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.wire.proto.DeviceMetadata;

/** DeviceMetadata from what is known and what the operator's template adds. Stateless. */
public final class Metadata {
  private Metadata() {}

  /** The fields that a template may set: those that hold one text. */
  public static Set<String> fields() {
    return DeviceMetadata.getDescriptor().getFields().stream()
        .filter(Metadata::isText)
        .map(FieldDescriptor::getName)
        .collect(Collectors.toSet());
  }

  static DeviceMetadata of(Device device, DeviceFacts facts, Map<String, String> template) {
    DeviceMetadata.Builder metadata =
        DeviceMetadata.newBuilder()
            .setManufacturer(label(facts.manufacturer()))
            .setModel(label(facts.model()))
            .setFirmwareVersion(label(facts.firmware()))
            .setSerialNumber(label(facts.serial()))
            .setIpAddress(device.address().map(a -> a.getHostAddress()).orElse(""))
            .addProtocols("SNMP")
            .setPhysicalLocation(label(location(device, facts)))
            .setDepartment(label(host(device, "requisition:department").orElse("")))
            .setAssetTag(label(host(device, "requisition:asset-tag").orElse("")));
    template.forEach((field, text) -> set(metadata, field, text));
    return metadata.build();
  }

  private static String location(Device device, DeviceFacts facts) {
    return facts.sysLocation().isEmpty() ? device.location() : facts.sysLocation();
  }

  private static Optional<String> host(Device device, String key) {
    return Optional.ofNullable(device.metadata().get(key));
  }

  private static void set(DeviceMetadata.Builder metadata, String name, String text) {
    List.of(Optional.ofNullable(DeviceMetadata.getDescriptor().findFieldByName(name))).stream()
        .flatMap(Optional::stream)
        .filter(Metadata::isText)
        .forEach(f -> metadata.setField(f, label(text)));
  }

  private static String label(String text) {
    return Texts.shortened(text, Texts.LABEL);
  }

  private static boolean isText(FieldDescriptor field) {
    return field.getJavaType() == JavaType.STRING && !field.isRepeated();
  }
}
