package org.opennms.plugins.trunkline.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.CommandsCompleter;
import org.apache.karaf.shell.impl.console.JLineTerminal;
import org.apache.karaf.shell.impl.console.SessionFactoryImpl;
import org.apache.karaf.shell.support.parsing.CommandLineImpl;
import org.apache.karaf.shell.support.parsing.DefaultParser;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;

/**
 * Karaf's own shell without OSGi: it parses, completes, pipes and fails as in the host. All classes
 * of the package that bear Karaf's annotation are registered, as the host does.
 */
final class KarafShell {
  static final List<Class<?>> SERVICES = services();

  /** One for all shells of the JVM, as it takes System.out for itself. */
  private static final ThreadIOImpl THREAD_IO = new ThreadIOImpl();

  static {
    THREAD_IO.start();
  }

  private final SessionFactoryImpl factory;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final Session session;

  /** Without a terminal, as {@code ssh host command}. */
  static KarafShell headless(Object... services) {
    return new KarafShell(0, services);
  }

  /** At a terminal of this width. */
  static KarafShell terminal(int width, Object... services) {
    return new KarafShell(width, services);
  }

  private KarafShell(int width, Object... services) {
    factory = new SessionFactoryImpl(THREAD_IO);
    for (Object service : services) {
      factory.register(service);
    }
    ManagerImpl manager = new ManagerImpl(factory, factory);
    SERVICES.forEach(manager::register);
    InputStream in = new ByteArrayInputStream(new byte[0]);
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    session = width == 0 ? factory.create(in, out, out) : console(in, out, width);
    session.put("USER", "alice");
  }

  private Session console(InputStream in, PrintStream out, int width) {
    try {
      Path etc = Files.createTempDirectory("karaf");
      System.setProperty("karaf.etc", etc.toString());
      System.setProperty("karaf.history", etc.resolve("history").toString());
      DumbTerminal terminal = new DumbTerminal(in, out);
      terminal.setSize(new Size(width, 24));
      return factory.create(in, out, out, new JLineTerminal(terminal), "UTF-8", () -> {});
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a line as if it were typed; what it throws is what makes the exit code 1. */
  String run(String line) throws Exception {
    output.reset();
    session.execute(line);
    return printed();
  }

  /** Ctrl-C, as the console passes it on. */
  void interrupt() {
    ((CommandSession) session.get(".commandSession")).foregroundJob().interrupt();
  }

  /** What was printed since the last line was run. */
  String printed() {
    return output.toString(StandardCharsets.UTF_8);
  }

  /** What the console would offer at the end of the line. */
  List<String> complete(String line) {
    CommandLineImpl parsed =
        (CommandLineImpl) new DefaultParser().parse(session, line, line.length());
    List<Candidate> candidates = new ArrayList<>();
    new CommandsCompleter(factory, session).completeCandidates(session, parsed, candidates);
    String typed = parsed.getCursorArgument() == null ? "" : parsed.getCursorArgument();
    return candidates.stream().map(Candidate::value).filter(v -> v.startsWith(typed)).toList();
  }

  void close() {
    session.close();
    factory.stop();
  }

  private static List<Class<?>> services() {
    try {
      Path classes =
          Path.of(StatusCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      String name = StatusCommand.class.getPackageName();
      try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
        return files
            .map(f -> f.getFileName().toString())
            .filter(f -> f.endsWith(".class") && !f.startsWith("package-info"))
            .<Class<?>>map(f -> load(name + "." + f.substring(0, f.length() - 6)))
            .filter(c -> c.isAnnotationPresent(Service.class))
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .toList();
      }
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** The classes of the commands. */
  static List<Class<?>> commands() {
    return SERVICES.stream().filter(c -> c.isAnnotationPresent(Command.class)).toList();
  }
}
