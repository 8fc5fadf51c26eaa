package org.opennms.plugins.trunkline.metrics;

/**
 * Every metric by its name, with its help. The table in {@code docs/metrics.md} is tested against
 * it.
 */
enum MetricName {
  INTERFACES("trunkline_interfaces", "Known interfaces, stale ones included."),
  INTERFACES_MONITORED("trunkline_interfaces_monitored", "Interfaces that are measured."),
  PART_STATE("trunkline_part_state", "1 for the state that a part is in."),
  TRAFFIC_EVENTS("trunkline_traffic_events", "What the traffic part counts, by event."),
  TRAFFIC_SAMPLES("trunkline_traffic_samples", "Samples taken, by quality."),
  BASELINES("trunkline_baselines", "Series that have a baseline."),
  ANOMALY_BUDGET("trunkline_anomaly_alarms_budget", "Anomaly alarms a day that are allowed."),
  ANOMALY_RATE(
      "trunkline_anomaly_alarms_rate",
      "Anomaly alarms a day over the last week, or since the start."),
  ANOMALIES_LISTED("trunkline_anomalies_listed", "Episodes that were listed and not alarmed."),
  SNMP_REQUESTS("trunkline_snmp_requests", "SNMP requests answered or given up, without retries."),
  SNMP_RETRIES("trunkline_snmp_retries", "Attempts after a request's first."),
  SNMP_TIMEOUTS("trunkline_snmp_timeouts", "Requests given up without a usable answer."),
  SNMP_SHRINKS("trunkline_snmp_shrinks", "Times that a device was asked for fewer rows at once."),
  SNMP_DISCARDED("trunkline_snmp_discarded", "What devices sent and was thrown away, by reason."),
  SNMP_VARBINDS("trunkline_snmp_varbinds", "Varbinds received in usable answers."),
  EXPORT_WAITING("trunkline_telemetry_waiting", "Envelopes that are still to be delivered."),
  EXPORT_BYTES("trunkline_telemetry_outbox_bytes", "What the outbox's file takes on disk."),
  EXPORT_DEAD("trunkline_telemetry_dead_letters", "Envelopes that receivers refused for good."),
  EXPORT_ACCEPTED("trunkline_telemetry_accepted", "Envelopes that became durable."),
  EXPORT_DELIVERED("trunkline_telemetry_delivered", "Envelopes that a receiver took."),
  EXPORT_RETRIED("trunkline_telemetry_retried", "Sends that had to be repeated."),
  EXPORT_LOST(
      "trunkline_telemetry_lost", "Envelopes that will not arrive, since the file was made."),
  IF_IN_OCTETS("interface_if_hc_in_octets", "ifHCInOctets, else ifInOctets."),
  IF_OUT_OCTETS("interface_if_hc_out_octets", "ifHCOutOctets, else ifOutOctets."),
  IF_IN_ERRORS("interface_if_in_errors", "ifInErrors."),
  IF_OUT_ERRORS("interface_if_out_errors", "ifOutErrors."),
  IF_IN_DISCARDS("interface_if_in_discards", "ifInDiscards."),
  IF_OUT_DISCARDS("interface_if_out_discards", "ifOutDiscards."),
  IF_IN_UNICAST("interface_if_in_unicast_pkts", "ifHCInUcastPkts, else ifInUcastPkts."),
  IF_OUT_UNICAST("interface_if_out_unicast_pkts", "ifHCOutUcastPkts, else ifOutUcastPkts.");

  private final String text;
  private final String help;

  MetricName(String text, String help) {
    this.text = text;
    this.help = help;
  }

  /** As registered; counters get {@code _total} behind it in the text. */
  String text() {
    return text;
  }

  /** One sentence. */
  String help() {
    return help;
  }
}
