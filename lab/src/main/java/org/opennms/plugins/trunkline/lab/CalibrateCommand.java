package org.opennms.plugins.trunkline.lab;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** stub replaced below */
@Command(name = "calibrate")
final class CalibrateCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
