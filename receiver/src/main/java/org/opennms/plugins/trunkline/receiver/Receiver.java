package org.opennms.plugins.trunkline.receiver;

import java.io.IOException;
import org.opennms.plugins.trunkline.wire.KeyFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The receiver's command line. */
@Command(
    name = "trunkline-receiver",
    description = "Receives, keeps and verifies signed telemetry.",
    mixinStandardHelpOptions = true,
    version = "trunkline-receiver 0.1.0",
    subcommands = {
      ServeCommand.class,
      VerifyCommand.class,
      TailCommand.class,
      ExportCommand.class,
      KeygenCommand.class,
      CertsCommand.class,
      VectorsCommand.class
    })
public final class Receiver {
  private Receiver() {}

  /**
   * Exit codes: 0 done, and for {@code verify} nothing amiss; 1 something is amiss in what was
   * looked at; 2 the command line is wrong, or a file cannot be used.
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Receiver())
        .setExecutionExceptionHandler(
            (exception, command, parsed) -> {
              if (isForTheUser(exception)) {
                command.getErr().println(exception.getMessage());
              } else {
                exception.printStackTrace(command.getErr());
              }
              return CommandLine.ExitCode.USAGE;
            });
  }

  private static boolean isForTheUser(Exception exception) {
    return exception instanceof ReceiverException
        || exception instanceof KeyFileException
        || exception instanceof IOException;
  }
}
