package org.opennms.plugins.trunkline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.wire.Finding.Kind;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;

class ChainAuditTest {
  private static final int LENGTH = 12;

  private final List<SealedEnvelope> chain = Envelopes.chain(LENGTH);

  @Test
  void a_whole_chain_has_nothing_to_tell() {
    AuditReport report = audit(chain);
    assertThat(report.findings()).isEmpty();
    assertThat(report.isWhole()).isTrue();
    assertThat(report.envelopes()).isEqualTo(LENGTH);
    AuditReport.Chain summary = report.chains().get(Envelopes.AGENT);
    assertThat(summary.authentic()).isEqualTo(LENGTH);
    assertThat(summary.head()).isEqualTo(chain.get(LENGTH - 1).signature());
    assertThat(summary.keyIds()).containsExactly(Envelopes.KEY.verifyingKey().keyId());
    assertThat(summary.lastNs() - summary.firstNs()).isEqualTo((LENGTH - 1) * Envelopes.STEP);
  }

  @Property(tries = 300)
  void a_flipped_bit_is_one_finding_at_its_place(
      @ForAll @IntRange(max = LENGTH - 1) int which, @ForAll @IntRange(min = 0) int place) {
    assertThat(auditBytes(withFlippedBit(which, place)).findings())
        .filteredOn(f -> f.kind().level() == Finding.Level.VIOLATION)
        .singleElement()
        .satisfies(f -> assertThat(f.place()).isEqualTo("#" + which))
        .satisfies(
            f ->
                assertThat(f.kind())
                    .isIn(Kind.MALFORMED, Kind.BAD_SIGNATURE, Kind.UNKNOWN_AGENT, Kind.UNSIGNED));
  }

  @Property(tries = 300)
  void a_flipped_bit_does_not_hide_that_the_next_envelope_was_removed(
      @ForAll @IntRange(min = 1, max = LENGTH - 3) int which,
      @ForAll @IntRange(min = 0) int place) {
    List<ByteString> stored = withFlippedBit(which, place);
    stored.remove(which + 1);
    assertThat(kinds(auditBytes(stored)).stream().filter(k -> k == Kind.GAP)).hasSize(1);
    assertThat(auditBytes(stored).findings()).hasSize(2);
  }

  @Property(tries = 300)
  void a_flipped_bit_does_not_hide_that_the_envelope_before_was_removed(
      @ForAll @IntRange(min = 2, max = LENGTH - 2) int which,
      @ForAll @IntRange(min = 0) int place) {
    List<ByteString> stored = withFlippedBit(which, place);
    stored.remove(which - 1);
    assertThat(kinds(auditBytes(stored)).stream().filter(k -> k == Kind.GAP)).hasSize(1);
    assertThat(auditBytes(stored).findings()).hasSize(2);
  }

  @Test
  void a_forged_envelope_in_the_place_of_a_removed_one_does_not_hide_the_removal() {
    ByteString before = chain.get(4).signature();
    List<SealedEnvelope> stored = new ArrayList<>(chain);
    stored.set(5, EnvelopeCodec.seal(Envelopes.envelope(50), before, Envelopes.OTHER_KEY));
    assertThat(kinds(audit(stored))).containsExactlyInAnyOrder(Kind.BAD_SIGNATURE, Kind.GAP);
  }

  @Property(tries = 50)
  void removed_envelopes_are_told_where_the_chain_goes_on(
      @ForAll @IntRange(min = 1, max = LENGTH - 2) int from, @ForAll @IntRange(max = 5) int more) {
    int to = Math.min(from + more, LENGTH - 2);
    List<SealedEnvelope> stored = new ArrayList<>(chain);
    stored.subList(from, to + 1).clear();
    assertThat(audit(stored).findings())
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(Kind.GAP))
        .satisfies(f -> assertThat(f.place()).isEqualTo("#" + from))
        .satisfies(f -> assertThat(f.detail()).contains("breaks off at #" + (from - 1)));
  }

  @Test
  void a_missing_beginning_and_a_missing_end_are_told() {
    assertThat(kinds(audit(chain.subList(2, LENGTH)))).containsExactly(Kind.STARTS_LATE);
    ChainAudit audit = newAudit(0);
    addAll(audit, bytes(chain.subList(0, LENGTH - 1)));
    audit.expectHead(Envelopes.AGENT, chain.get(LENGTH - 1).signature());
    assertThat(kinds(audit.report())).containsExactly(Kind.HEAD_MISSING);
    audit.expectHead(Envelopes.AGENT, chain.get(LENGTH - 2).signature());
    assertThat(audit.report().isWhole()).isTrue();
  }

  @Property(tries = 50)
  void swapped_envelopes_are_told(
      @ForAll @IntRange(max = LENGTH - 1) int one, @ForAll @IntRange(max = LENGTH - 1) int other) {
    List<SealedEnvelope> stored = new ArrayList<>(chain);
    Collections.swap(stored, one, other);
    AuditReport report = audit(stored);
    assertThat(report.isWhole()).isEqualTo(one == other);
    assertThat(kinds(report)).allMatch(k -> k == Kind.REORDERED);
    assertThat(report.chains().get(Envelopes.AGENT).head())
        .isEqualTo(chain.get(LENGTH - 1).signature());
  }

  @Test
  void what_arrives_out_of_order_within_the_window_is_only_noted() {
    List<SealedEnvelope> stored = new ArrayList<>(chain);
    stored.add(7, stored.remove(3));
    assertThat(kinds(audit(stored, 4))).containsExactly(Kind.OUT_OF_ORDER);
    assertThat(kinds(audit(stored, 3))).containsExactly(Kind.REORDERED);
  }

  @Test
  void a_replayed_envelope_is_told_with_its_first_place() {
    List<SealedEnvelope> stored = new ArrayList<>(chain);
    stored.add(chain.get(4));
    assertThat(audit(stored).findings())
        .containsExactly(
            new Finding(Kind.DUPLICATE, "#" + LENGTH, Envelopes.AGENT, "It stands at #4 too."));
  }

  @Test
  void an_inserted_envelope_is_told_whoever_made_it() {
    ByteString before = chain.get(4).signature();
    SealedEnvelope forged = EnvelopeCodec.seal(Envelopes.envelope(50), before, Envelopes.OTHER_KEY);
    SealedEnvelope fork = EnvelopeCodec.seal(Envelopes.envelope(50), before, Envelopes.KEY);
    SealedEnvelope stray =
        EnvelopeCodec.seal(Envelopes.envelope(50), Envelopes.OTHER_KEY_SIGNATURE, Envelopes.KEY);
    SealedEnvelope second = Envelopes.chain(1, Envelopes.KEY, ByteString.EMPTY, 50).get(0);
    assertThat(kinds(audit(inserted(5, forged)))).containsExactly(Kind.BAD_SIGNATURE);
    assertThat(kinds(audit(inserted(5, fork)))).contains(Kind.FORK);
    assertThat(kinds(audit(inserted(5, stray)))).contains(Kind.GAP);
    assertThat(kinds(audit(inserted(5, second)))).contains(Kind.RESTART);
  }

  @Test
  void another_envelope_with_a_used_idempotency_key_is_told() {
    SealedEnvelope last = chain.get(LENGTH - 1);
    SealedEnvelope again =
        EnvelopeCodec.seal(
            Envelopes.envelope(3).toBuilder().setPriority("HIGH").build(),
            last.signature(),
            Envelopes.KEY);
    List<SealedEnvelope> stored = new ArrayList<>(chain);
    stored.add(again);
    assertThat(kinds(audit(stored))).contains(Kind.KEY_REUSED);
  }

  @Test
  void an_agent_without_a_known_key_and_an_unsigned_envelope_are_told() {
    ByteString unsigned = Envelopes.envelope(1).toByteString();
    assertThat(kinds(auditBytes(List.of(unsigned)))).containsExactly(Kind.UNSIGNED);
    ChainAudit audit = new ChainAudit(agent -> List.of(), settings(0));
    addAll(audit, bytes(chain.subList(0, 1)));
    assertThat(kinds(audit.report())).containsExactly(Kind.UNKNOWN_AGENT);
  }

  @Test
  void a_declared_gap_is_noted_and_a_wrong_declaration_does_not_help() {
    assertThat(audit(withNotice(notice(3, 5, 3))).findings())
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(Kind.DECLARED_GAP))
        .satisfies(f -> assertThat(f.detail()).contains("3 before it", "overflow"));
    assertThat(kinds(audit(withNotice(notice(3, 4, 2))))).containsExactly(Kind.GAP);
    assertThat(audit(withNotice(notice(4, 5, 2))).findings())
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(Kind.GAP))
        .satisfies(f -> assertThat(f.detail()).contains("Only 2 were declared"));
  }

  @Test
  void two_declared_gaps_next_to_each_other_are_one() {
    assertThat(audit(withNotice(notice(3, 4, 2), notice(5, 5, 1))).findings())
        .singleElement()
        .satisfies(f -> assertThat(f.detail()).contains("3 before it"));
  }

  @Test
  void a_key_announced_by_the_old_one_is_trusted_without_being_in_the_key_ring() {
    List<SealedEnvelope> stored = new ArrayList<>(chain.subList(0, 3));
    TelemetryEvent rotation =
        new KeyRotationNotice(Envelopes.OTHER_KEY.verifyingKey()).toEvent("n1", Envelopes.START);
    append(stored, Envelopes.KEY, rotation);
    append(stored, Envelopes.KEY);
    append(stored, Envelopes.OTHER_KEY);
    append(stored, Envelopes.OTHER_KEY);
    AuditReport report = audit(stored);
    assertThat(kinds(report)).containsExactly(Kind.KEY_ROTATION);
    assertThat(report.chains().get(Envelopes.AGENT).keyIds()).hasSize(2);
    append(stored, Envelopes.KEY);
    assertThat(kinds(audit(stored))).containsExactly(Kind.KEY_ROTATION, Kind.UNANNOUNCED_KEY);
  }

  @Test
  void a_known_key_that_nobody_announced_is_told() {
    List<SealedEnvelope> stored = new ArrayList<>(chain.subList(0, 3));
    append(stored, Envelopes.OTHER_KEY);
    KeyRing both =
        Envelopes.ring(
            Map.of(
                Envelopes.AGENT,
                List.of(Envelopes.KEY.verifyingKey(), Envelopes.OTHER_KEY.verifyingKey())));
    ChainAudit audit = new ChainAudit(both, settings(0));
    addAll(audit, bytes(stored));
    assertThat(kinds(audit.report())).containsExactly(Kind.UNANNOUNCED_KEY);
  }

  @Test
  void a_clock_that_steps_back_is_told_beyond_the_tolerance() {
    List<SealedEnvelope> stored = new ArrayList<>(chain);
    ByteString before = chain.get(LENGTH - 1).signature();
    stored.add(EnvelopeCodec.seal(Envelopes.envelope(LENGTH - 20), before, Envelopes.KEY));
    assertThat(audit(stored).findings())
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(Kind.CLOCK_STEP))
        .satisfies(f -> assertThat(f.detail()).contains("PT1H35M"));
    assertThat(audit(stored).isWhole()).isTrue();
  }

  @Test
  void damage_of_the_file_is_told_without_a_second_finding_beside_it() {
    ChainAudit audit = newAudit(0);
    for (int i = 0; i < LENGTH; i++) {
      if (i == 5) {
        audit.addDamage("#5", "checksum");
      } else {
        audit.add("#" + i, chain.get(i).bytes());
      }
    }
    assertThat(kinds(audit.report())).containsExactly(Kind.DAMAGED);
  }

  private static GapNotice notice(int from, int to, int count) {
    List<SealedEnvelope> chain = Envelopes.chain(LENGTH);
    return new GapNotice(
        "overflow",
        count,
        chain.get(from - 1).signature(),
        chain.get(to).signature(),
        Envelopes.START,
        Envelopes.START);
  }

  /** The chain without numbers 3 to 5, and an envelope at its end that declares something. */
  private List<SealedEnvelope> withNotice(GapNotice... notices) {
    List<SealedEnvelope> stored = new ArrayList<>(chain);
    stored.subList(3, 6).clear();
    append(
        stored,
        Envelopes.KEY,
        Arrays.stream(notices)
            .map(n -> n.toEvent("gap", Envelopes.START))
            .toArray(TelemetryEvent[]::new));
    return stored;
  }

  private static void append(List<SealedEnvelope> stored, Signer key, TelemetryEvent... events) {
    ByteString before = stored.get(stored.size() - 1).signature();
    long time = Envelopes.START + (100 + stored.size()) * Envelopes.STEP;
    stored.add(EnvelopeCodec.seal(Envelopes.envelope(time, "agent", List.of(events)), before, key));
  }

  private List<ByteString> withFlippedBit(int which, int place) {
    List<ByteString> stored = bytes(chain);
    byte[] altered = stored.get(which).toByteArray();
    int bit = place % (altered.length * 8);
    altered[bit / 8] ^= (byte) (1 << (bit % 8));
    stored.set(which, ByteString.copyFrom(altered));
    return stored;
  }

  private List<SealedEnvelope> inserted(int at, SealedEnvelope envelope) {
    List<SealedEnvelope> stored = new ArrayList<>(chain);
    stored.add(at, envelope);
    return stored;
  }

  private static AuditReport audit(List<SealedEnvelope> stored) {
    return audit(stored, 0);
  }

  private static AuditReport audit(List<SealedEnvelope> stored, int window) {
    ChainAudit audit = newAudit(window);
    addAll(audit, bytes(stored));
    return audit.report();
  }

  private static AuditReport auditBytes(List<ByteString> stored) {
    ChainAudit audit = newAudit(0);
    addAll(audit, stored);
    return audit.report();
  }

  private static ChainAudit newAudit(int window) {
    return new ChainAudit(Envelopes.KEYS, settings(window));
  }

  private static ChainAudit.Settings settings(int window) {
    return new ChainAudit.Settings(window, Duration.ofMinutes(1));
  }

  private static void addAll(ChainAudit audit, List<ByteString> stored) {
    for (int i = 0; i < stored.size(); i++) {
      audit.add("#" + i, stored.get(i));
    }
  }

  private static List<ByteString> bytes(List<SealedEnvelope> stored) {
    return new ArrayList<>(stored.stream().map(SealedEnvelope::bytes).toList());
  }

  private static List<Kind> kinds(AuditReport report) {
    return report.findings().stream().map(Finding::kind).toList();
  }
}
