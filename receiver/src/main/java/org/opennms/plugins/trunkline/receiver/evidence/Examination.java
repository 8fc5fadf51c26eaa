package org.opennms.plugins.trunkline.receiver.evidence;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.wire.AuditReport;
import org.opennms.plugins.trunkline.wire.ChainAudit;
import org.opennms.plugins.trunkline.wire.Finding;
import org.opennms.plugins.trunkline.wire.Judge;
import org.opennms.plugins.trunkline.wire.Judgement;
import org.opennms.plugins.trunkline.wire.KeyRing;

/**
 * What was looked at, how, and what was found.
 *
 * @param exhibits the files
 * @param settings how strictly it was judged
 * @param report what the audit found
 */
public record Examination(
    List<Exhibit> exhibits, ChainAudit.Settings settings, AuditReport report) {
  private static final int BATCH = 512;

  /** How far envelopes in a store may stand from their place: senders send in parallel. */
  private static final int WINDOW_OF_A_STORE = 1_024;

  /**
   * How to judge.
   *
   * @param window places; negative for 0 in a sender's files and 1,024 in a store
   * @param clockTolerance steps of a sender's clock up to this are not told
   * @param heads signature of the last envelope by agent, as the agents publish it
   * @param before signature of the last envelope of what was looked at before, by agent
   */
  public record Strictness(
      int window,
      Duration clockTolerance,
      Map<String, ByteString> heads,
      Map<String, ByteString> before) {}

  /**
   * Reads files and audits what they hold; signatures are checked by all processors.
   *
   * @throws IOException when a file cannot be read at all
   */
  public static Examination of(List<Path> files, KeyRing keys, Strictness strictness)
      throws IOException {
    ChainAudit.Settings settings =
        new ChainAudit.Settings(window(files, strictness), strictness.clockTolerance());
    ChainAudit audit = new ChainAudit(keys, settings);
    strictness.heads().forEach(audit::expectHead);
    strictness.before().forEach(audit::expectAfter);
    Batches batches = new Batches(audit, new Judge(keys));
    EnvelopeFiles reader = new EnvelopeFiles(batches);
    List<Exhibit> exhibits = new ArrayList<>();
    for (Path file : files) {
      Exhibit exhibit = Exhibit.of(file);
      exhibits.add(exhibit);
      // A file that is written to meanwhile is judged as far as its digest goes.
      reader.read(file, exhibit.bytes());
    }
    batches.flush();
    for (Path directory : directories(files)) {
      new Manifests(directory, keys).findings().forEach(f -> add(audit, f));
    }
    return new Examination(exhibits, settings, audit.report());
  }

  private static void add(ChainAudit audit, Finding finding) {
    audit.addRemark(finding.kind(), finding.place(), finding.agent(), finding.detail());
  }

  private static TreeSet<Path> directories(List<Path> files) {
    TreeSet<Path> directories = new TreeSet<>();
    files.forEach(f -> directories.add(f.toAbsolutePath().getParent()));
    return directories;
  }

  private static int window(List<Path> files, Strictness strictness) throws IOException {
    if (strictness.window() >= 0) {
      return strictness.window();
    }
    for (Path file : files) {
      if (!EnvelopeFiles.isSegment(file)) {
        return 0;
      }
    }
    return WINDOW_OF_A_STORE;
  }

  /** Gathers envelopes, so that many are judged at once and added in order. */
  private static final class Batches implements EnvelopeVisitor {
    private final ChainAudit audit;
    private final Judge judge;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String place, ByteString bytes) {}

    Batches(ChainAudit audit, Judge judge) {
      this.audit = audit;
      this.judge = judge;
    }

    @Override
    public void envelope(String place, long offset, long receivedNs, ByteString bytes) {
      entries.add(new Entry(place, bytes));
      if (entries.size() == BATCH) {
        flush();
      }
    }

    @Override
    public void damage(String place, String why) {
      flush();
      audit.addDamage(place, why);
    }

    @Override
    public void unfinished(String place) {
      flush();
      audit.addRemark(Finding.Kind.UNFINISHED, place, "", "It was left out.");
    }

    @Override
    public void moved(String place, String why) {
      flush();
      audit.addRemark(Finding.Kind.MOVED, place, "", why);
    }

    void flush() {
      List<Judgement> judgements =
          entries.parallelStream().map(e -> judge.judge(e.bytes())).toList();
      for (int i = 0; i < entries.size(); i++) {
        audit.add(entries.get(i).place(), entries.get(i).bytes(), judgements.get(i));
      }
      entries.clear();
    }
  }
}
