package org.opennms.plugins.trunkline.sandbox.network;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The simulated network as a program of its own. */
@Command(
    name = "trunkline-sandbox-network",
    description = "Real SNMP agents over UDP on loopback addresses, generated or replayed.",
    mixinStandardHelpOptions = true,
    subcommands = {GenerateCommand.class, ReplayCommand.class})
public final class Main {
  private Main() {}

  /** Runs until SIGTERM, or until stdin closes where that was asked for. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command and returns the exit code: 0 done, 1 failed, 2 wrong usage. */
  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Main::explain)
        .execute(arguments);
  }

  private static int explain(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
    if (failure instanceof IOException || failure instanceof IllegalArgumentException) {
      PrintWriter errors = commandLine.getErr();
      errors.println(commandLine.getCommandName() + ": " + failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }
}
