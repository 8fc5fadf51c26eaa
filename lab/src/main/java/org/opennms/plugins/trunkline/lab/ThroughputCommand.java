package org.opennms.plugins.trunkline.lab;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** stub replaced below */
@Command(name = "throughput")
final class ThroughputCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
