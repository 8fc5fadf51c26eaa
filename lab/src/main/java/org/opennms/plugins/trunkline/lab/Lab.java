package org.opennms.plugins.trunkline.lab;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The lab's command line; each part of Trunkline that can be tried has its subcommand. */
@Command(
    name = "trunkline-lab",
    description = "Runs one part of Trunkline on recorded data, without a container.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ClassifyCommand.class,
      CalibrateCommand.class,
      CrossvalidateCommand.class,
      DetectCommand.class,
      NabCommand.class,
      ThroughputCommand.class,
      TopologyCommand.class
    })
public final class Lab {
  private Lab() {}

  /** Exit codes: 0 done, 1 the work failed (the message says why), 2 the command line is wrong. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Lab())
        .setExecutionExceptionHandler(
            (exception, command, parsed) -> {
              if (exception instanceof LabException) {
                command.getErr().println(exception.getMessage());
              } else {
                exception.printStackTrace(command.getErr());
              }
              return CommandLine.ExitCode.SOFTWARE;
            });
  }
}
