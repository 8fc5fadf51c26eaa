package org.opennms.plugins.trunkline.receiver.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.receiver.Samples;
import org.opennms.plugins.trunkline.receiver.store.StoreFiles;
import org.opennms.plugins.trunkline.wire.KeyRing;

class ReportTextTest {
  private static final KeyRing KEYS = agent -> List.of(Samples.KEY.verifyingKey());

  @TempDir Path directory;

  private final List<ByteString> envelopes =
      new ArrayList<>(Samples.chain(Samples.AGENT, Samples.KEY, 60));

  @Test
  void notes_of_a_kind_are_shown_five_times_and_counted_beyond() throws IOException {
    for (int i = 0; i < 40; i += 2) {
      Collections.swap(envelopes, i, i + 1);
    }
    String report = report();
    assertThat(report)
        .contains("RESULT: WHOLE.")
        .contains("... and 15 more OUT_OF_ORDER; --json has all.");
    assertThat(report.split("NOTE OUT_OF_ORDER at")).hasSize(6);
  }

  @Test
  void violations_come_before_notes_and_are_all_shown() throws IOException {
    Collections.swap(envelopes, 1, 2);
    for (int i = 50; i > 10; i -= 3) {
      envelopes.remove(i);
    }
    String report = report();
    assertThat(report).contains("RESULT: NOT WHOLE. 14 violations.", "14. VIOLATION GAP");
    assertThat(report.indexOf("VIOLATION GAP")).isLessThan(report.indexOf("NOTE OUT_OF_ORDER"));
  }

  private String report() throws IOException {
    StoreFiles.write(directory, envelopes, 100);
    Examination examination =
        Examination.of(
            EnvelopeFiles.of(directory),
            KEYS,
            new Examination.Strictness(-1, Duration.ofMinutes(1), Map.of(), Map.of()));
    StringWriter text = new StringWriter();
    new ReportText(examination, KEYS, Instant.EPOCH).write(new PrintWriter(text, true));
    return text.toString();
  }
}
