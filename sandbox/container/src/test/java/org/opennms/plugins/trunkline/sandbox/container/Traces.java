package org.opennms.plugins.trunkline.sandbox.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a running Karaf holds, as the JDK's own tools and Linux tell it.
 *
 * @param ourThreads names of threads that are named after Trunkline or run its code
 * @param ourServices lines of {@code service:list} that name Trunkline
 * @param udpSockets inodes of its UDP sockets
 * @param ourFiles open files of our bundles
 * @param copies how many class loaders of our plugin bundle are held, after a garbage collection
 */
record Traces(
    Set<String> ourThreads,
    Set<String> ourServices,
    Set<String> udpSockets,
    Set<String> ourFiles,
    int copies) {

  private static final Pattern OURS = Pattern.compile("(?i)trunkline");
  private static final Pattern SANDBOX = Pattern.compile("(?i)trunkline( :: |.)sandbox");
  private static final Pattern SETTINGS =
      Pattern.compile("org\\.opennms\\.plugins\\.trunkline\\.config\\.ConfigKey(\\s|$)");
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

  /**
   * What it holds now.
   *
   * @param bundles ids that our bundles have or had
   */
  static Traces of(KarafContainer karaf, Set<String> bundles) throws IOException {
    Set<String> services =
        karaf
            .shell()
            .expect("service:list")
            .lines()
            .map(String::strip)
            .filter(Traces::isOurs)
            .collect(Collectors.toSet());
    Set<String> files =
        openFiles(karaf.pid())
            .filter(file -> bundles.stream().anyMatch(id -> file.contains("/bundle" + id + "/")))
            .collect(Collectors.toSet());
    return new Traces(
        ourThreads(karaf.pid()), services, udpSockets(karaf.pid()), files, copies(karaf.pid()));
  }

  /** Names of its threads that contain a word. */
  static Set<String> threadsNamed(KarafContainer karaf, String word) throws IOException {
    return Stream.of(jcmd(karaf.pid(), "Thread.print").split("\n\n", -1))
        .map(stack -> stack.lines().findFirst().orElse(""))
        .filter(name -> name.toLowerCase(Locale.ROOT).contains(word))
        .collect(Collectors.toSet());
  }

  /** How many class loaders hold a class of this full name, after a garbage collection. */
  static int loadersOf(KarafContainer karaf, String className) throws IOException {
    jcmd(karaf.pid(), "GC.run");
    return (int)
        jcmd(karaf.pid(), "VM.class_hierarchy " + className)
            .lines()
            .filter(line -> line.contains(className + "/0x"))
            .count();
  }

  private static Set<String> ourThreads(long pid) throws IOException {
    return Stream.of(jcmd(pid, "Thread.print").split("\n\n", -1))
        .filter(Traces::isOurs)
        .map(stack -> stack.lines().findFirst().orElse(""))
        .collect(Collectors.toSet());
  }

  private static boolean isOurs(String text) {
    return OURS.matcher(SANDBOX.matcher(text).replaceAll("")).find();
  }

  // The histogram collects garbage first, and has a line for each class loader with live instances.
  private static int copies(long pid) throws IOException {
    return (int)
        jcmd(pid, "GC.class_histogram")
            .lines()
            .filter(line -> SETTINGS.matcher(line).find() && !line.contains("["))
            .count();
  }

  private static String jcmd(long pid, String command) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(jcmd, String.valueOf(pid)), Stream.of(command.split(" ", -1)))
                    .toList())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Set<String> udpSockets(long pid) throws IOException {
    Set<String> inodes = new TreeSet<>();
    for (String table : Set.of("udp", "udp6")) {
      Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table)).stream()
          .skip(1)
          .map(line -> line.strip().split("\\s+", -1)[9])
          .forEach(inodes::add);
    }
    inodes.retainAll(
        openFiles(pid).map(SOCKET::matcher).filter(m -> m.matches()).map(m -> m.group(1)).toList());
    return inodes;
  }

  private static Stream<String> openFiles(long pid) throws IOException {
    Path descriptors = Path.of("/proc/" + pid + "/fd");
    try (Stream<Path> links = Files.list(descriptors)) {
      return links.flatMap(Traces::target).toList().stream();
    }
  }

  private static Stream<String> target(Path link) {
    try {
      return Stream.of(Files.readSymbolicLink(link).toString());
    } catch (NoSuchFileException e) {
      // Closed since the directory was listed.
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
