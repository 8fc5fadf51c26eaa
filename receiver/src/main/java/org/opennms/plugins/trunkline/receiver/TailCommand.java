package org.opennms.plugins.trunkline.receiver;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.opennms.plugins.trunkline.receiver.store.SegmentReader;
import org.opennms.plugins.trunkline.receiver.store.Segments;
import org.opennms.plugins.trunkline.receiver.store.StoredRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the last stored envelopes, and those that come. */
@Command(
    name = "tail",
    description =
        "Shows the last envelopes of a store, a line each; a running server is no hindrance.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class TailCommand implements Callable<Integer> {
  private static final long POLL_MS = 300;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", arity = "0..1", description = "The store.")
  private Path store = Path.of("store");

  @Option(names = "-n", paramLabel = "N", description = "How many.")
  private int count = 10;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on until interrupted.")
  private boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Path> files = Segments.list(store).paths();
    if (files.isEmpty()) {
      throw new ReceiverException(store + " holds no envelopes-*.log yet");
    }
    PrintWriter out = spec.commandLine().getOut();
    int last = files.size() - 1;
    SegmentReader reader = SegmentReader.open(files.get(last));
    try {
      Deque<StoredRecord> found = lastOf(reader);
      for (int i = last - 1; i >= 0 && found.size() < count; i--) {
        prepend(files.get(i), found);
      }
      for (StoredRecord record : found) {
        print(out, record);
      }
      while (follow) {
        reader = follow(reader, out);
      }
      return 0;
    } finally {
      reader.close();
    }
  }

  private Deque<StoredRecord> lastOf(SegmentReader reader) throws IOException {
    Deque<StoredRecord> found = new ArrayDeque<>();
    for (Optional<StoredRecord> r = reader.nextWhole(); r.isPresent(); r = reader.nextWhole()) {
      found.addLast(r.get());
      if (found.size() > count) {
        found.removeFirst();
      }
    }
    return found;
  }

  private void prepend(Path file, Deque<StoredRecord> found) throws IOException {
    try (SegmentReader reader = SegmentReader.open(file)) {
      Deque<StoredRecord> earlier = lastOf(reader);
      while (!earlier.isEmpty() && found.size() < count) {
        found.addFirst(earlier.removeLast());
      }
    }
  }

  /** Prints what came, and goes over to the next file where this one ended. */
  private SegmentReader follow(SegmentReader reader, PrintWriter out)
      throws IOException, InterruptedException {
    Optional<StoredRecord> next = reader.nextWhole();
    if (next.isPresent()) {
      print(out, next.get());
      return reader;
    }
    var following = Segments.list(store).after(reader.firstOffset());
    if (following.isPresent() && SegmentReader.isSegment(following.get())) {
      reader.close();
      return SegmentReader.open(following.get());
    }
    TimeUnit.MILLISECONDS.sleep(POLL_MS);
    return reader;
  }

  private static void print(PrintWriter out, StoredRecord record) throws IOException {
    out.println(StoredLine.of(record.offset(), record.receivedNs(), record.envelope()).forPeople());
    out.flush();
  }
}
