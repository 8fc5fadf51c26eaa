package org.opennms.plugins.trunkline.operations;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Status, schedule and configuration that never change, for the tests of the faces. */
public final class SteadyStatus implements StatusBoard, JobSchedule, ConfigCheck {
  private final List<String> problems;

  /** With these problems in the configuration. */
  public SteadyStatus(String... problems) {
    this.problems = List.of(problems);
  }

  @Override
  public Status status() {
    return new Status(
        "0.1.0",
        "33.0.9",
        SampleNetwork.SEEN.minusSeconds(3_600),
        Duration.ofSeconds(3_661),
        "in force since 2026-11-20T07:00:00Z",
        List.of(
            new Part("discovery", State.OK, "next run at 09:00"),
            new Part("topology", State.ABSENT, "comes with a later version"),
            new Part("telemetry", State.OFF, "switched off"),
            new Part("alerts", State.DEGRADED, "12 events were dropped, queue full")));
  }

  @Override
  public List<Job> jobs() {
    return List.of(
        new Job(
            "discovery",
            Duration.ofHours(1),
            Optional.of(SampleNetwork.SEEN),
            Optional.of(Duration.ofMillis(12_345)),
            "40 devices read, 2 failed",
            Optional.of(SampleNetwork.SEEN.plusSeconds(3_600))),
        new Job(
            "cleanup",
            Duration.ofDays(1),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty()));
  }

  @Override
  public Report check() {
    return new Report(
        List.of("etc/org.opennms.plugins.trunkline.cfg: 12 keys"),
        problems,
        List.of("etc/trunkline/snmp.yaml: others can read it; chmod 600 it"));
  }
}
