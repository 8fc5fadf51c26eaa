package org.opennms.plugins.trunkline.shell;

import java.util.ArrayList;
import java.util.List;
import org.opennms.plugins.trunkline.model.InterfaceOverride;

/** Overrides in words. */
final class Overrides {
  private Overrides() {}

  /** What it decides, then by whom, when and why. */
  static String text(InterfaceOverride decided) {
    return decision(decided)
        + "; by "
        + decided.by()
        + " at "
        + Times.text(decided.at())
        + (decided.why().isEmpty() ? "" : ": " + decided.why());
  }

  /** What it decides, for example {@code role isp_uplink, critical yes}. */
  static String decision(InterfaceOverride decided) {
    List<String> parts = new ArrayList<>();
    decided.role().ifPresent(r -> parts.add("role " + r.spelling()));
    decided.provider().ifPresent(p -> parts.add("provider " + p));
    decided.critical().ifPresent(c -> parts.add("critical " + Printable.yesNo(c)));
    decided.monitored().ifPresent(m -> parts.add("monitored " + Printable.yesNo(m)));
    decided.capacity().ifPresent(c -> parts.add("capacity " + BitRate.format(c)));
    return String.join(", ", parts);
  }
}
