package org.opennms.plugins.trunkline.lab;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.opennms.plugins.trunkline.classify.RuleBookClassifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code throughput}: how many interfaces a core classifies in a second, and with what garbage. */
@Command(
    name = "throughput",
    description = "Classifies a table again and again; one thread, its own CPU time.",
    mixinStandardHelpOptions = true)
final class ThroughputCommand implements Callable<Integer> {
  private static final long SECOND = 1_000_000_000;

  @Mixin private Input input;
  @Mixin private Knowledge knowledge;
  @Spec private CommandSpec spec;

  @Option(
      names = "--seconds",
      defaultValue = "5",
      description = "To measure, after as long a warm-up (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Override
  public Integer call() {
    RuleBookClassifier classifier = knowledge.classifier();
    List<Recording> recordings = input.recordings();
    run(classifier, recordings);
    Measure measure = run(classifier, recordings);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%d interfaces, %.0f per core-second, %.0f octets allocated per interface%n",
            measure.interfaces(),
            measure.interfaces() / (measure.cpuNanos() / (double) SECOND),
            (double) measure.octets() / measure.interfaces());
    return 0;
  }

  private record Measure(long interfaces, long cpuNanos, long octets) {}

  private Measure run(RuleBookClassifier classifier, List<Recording> recordings) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long octets = threads.getCurrentThreadAllocatedBytes();
    long interfaces = 0;
    while (threads.getCurrentThreadCpuTime() - cpu < seconds * SECOND) {
      for (Recording recording : recordings) {
        interfaces +=
            classifier.judge(recording.device(), recording.facts(), recording.evidence()).size();
      }
    }
    return new Measure(
        interfaces,
        threads.getCurrentThreadCpuTime() - cpu,
        threads.getCurrentThreadAllocatedBytes() - octets);
  }
}
