package org.opennms.plugins.trunkline.shell;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpDesk;

/** Records all that a device answers, for the simulated network to replay. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "snmp-record",
    description = "Records everything that a node answers by SNMP in a new .snmprec file")
public final class SnmpRecordCommand extends SnmpNodeCommand {
  private static final String LIMIT = "1000000";

  @Argument(
      index = 1,
      name = "file",
      multiValued = true,
      description = "New file, NODE.snmprec in Karaf's data by default; options behind it as well")
  @Completion(FileCompleter.class)
  List<String> words;

  @Option(name = "--limit", description = "At most so many objects; 1000000 by default")
  String limit = LIMIT;

  @Option(name = "--root", description = "Only what stands below this name; everything by default")
  String root = "1";

  @Override
  public Object execute() throws Exception {
    List<String> given = words == null ? List.of() : words;
    boolean named = !given.isEmpty() && !given.get(0).startsWith("--");
    TrailingOptions.apply(this, given.subList(named ? 1 : 0, given.size()));
    int most = Values.count("--limit", limit);
    Refusal.unlessPresent(desk, "SNMP engine");
    Path path = path(named ? given.get(0) : null);
    SnmpDesk.Ending ending = record(path, most);
    Screen screen = Screen.of(session);
    screen.line(ending.rows() + " objects are written to " + Printable.text(path.toString()) + ".");
    SnmpOutput.judge(screen, Format.TEXT, ending);
    return null;
  }

  private Path path(String file) throws CommandException {
    try {
      return file == null
          ? Path.of(System.getProperty("karaf.data", "data"), SnmprecLines.fileName(node))
          : Path.of(file);
    } catch (InvalidPathException e) {
      throw Refusal.of("'" + file + "' is no path.", "Give a file on the server.");
    }
  }

  private SnmpDesk.Ending record(Path path, int most) throws CommandException {
    try (BufferedWriter out =
        Files.newBufferedWriter(path, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW)) {
      return desk.walk(node, root, most, row -> write(out, SnmprecLines.line(row)));
    } catch (FileAlreadyExistsException e) {
      throw Refusal.of("'" + path + "' exists already.", "Give another name, or remove it.");
    } catch (IOException | UncheckedIOException e) {
      throw Refusal.of("'" + path + "' cannot be written: " + e, "Give a directory that can.");
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
  }

  private static void write(BufferedWriter out, String line) {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
