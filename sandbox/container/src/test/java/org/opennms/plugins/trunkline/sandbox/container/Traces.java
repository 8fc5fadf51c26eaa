package org.opennms.plugins.trunkline.sandbox.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a running Karaf holds, as the JDK's own tools and Linux tell it.
 *
 * @param threads names of all threads, with numbers taken out
 * @param ourThreads names of threads that are named after Trunkline or run its code
 * @param ourServices lines of {@code service:list} that name Trunkline
 * @param udpSockets inodes of its UDP sockets
 * @param ourFiles open files whose path names Trunkline
 */
record Traces(
    Set<String> threads,
    Set<String> ourThreads,
    Set<String> ourServices,
    Set<String> udpSockets,
    Set<String> ourFiles) {

  private static final Pattern OURS = Pattern.compile("(?i)trunkline(?!.?sandbox)");
  private static final Pattern SANDBOX = Pattern.compile("(?i)trunkline.sandbox");
  private static final Pattern NUMBER = Pattern.compile("[0-9a-f]*[0-9]+[0-9a-f]*");
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

  static Traces of(KarafContainer karaf) throws IOException {
    Set<String> stacks = Set.of(threadDump(karaf.pid()).split("\n\n"));
    String home = karaf.home().toString();
    return new Traces(
        stacks.stream().map(Traces::name).collect(Collectors.toCollection(TreeSet::new)),
        stacks.stream().filter(Traces::isOurs).map(Traces::name).collect(Collectors.toSet()),
        karaf
            .shell()
            .expect("service:list")
            .lines()
            .filter(Traces::isOurs)
            .collect(Collectors.toSet()),
        udpSockets(karaf.pid()),
        openFiles(karaf.pid())
            .filter(file -> isOurs(file.replace(home, "")))
            .collect(Collectors.toSet()));
  }

  private static boolean isOurs(String text) {
    return OURS.matcher(SANDBOX.matcher(text).replaceAll("")).find();
  }

  private static String threadDump(long pid) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, String.valueOf(pid), "Thread.print")
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The name in quotes that begins a stack, with its numbers taken out. */
  private static String name(String stack) {
    String[] parts = stack.split("\"", 3);
    return parts.length < 3 ? "" : NUMBER.matcher(parts[1]).replaceAll("#");
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
