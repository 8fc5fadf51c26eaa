package org.opennms.plugins.trunkline.lab;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** stub replaced below */
@Command(name = "crossvalidate")
final class CrossvalidateCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
