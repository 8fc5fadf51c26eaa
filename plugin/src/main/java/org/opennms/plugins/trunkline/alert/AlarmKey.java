package org.opennms.plugins.trunkline.alert;

import org.opennms.plugins.trunkline.model.Alert;

/** What the host reduces our events by. */
record AlarmKey(String rule, String subject) {
  static AlarmKey of(Alert alert) {
    return new AlarmKey(alert.rule(), alert.subject().key());
  }

  static AlarmKey of(HostAlarm alarm) {
    return new AlarmKey(alarm.rule(), alarm.subject());
  }
}
