package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.wire.Finding.Kind;

/**
 * Looks at stored envelopes in the order in which they are stored and finds whatever is not as the
 * senders left it: altered, removed, moved, repeated or inserted envelopes, and clock steps.
 *
 * <p>An envelope bears the signature of its predecessor, so that the sender's own order can be told
 * whatever order the envelopes stand in. The end of a chain can be cut off without a trace in the
 * chain itself: compare {@link AuditReport.Chain#head} with what the sender publishes.
 *
 * <p>Not thread-safe. Keeps about 400 bytes for each envelope.
 */
public final class ChainAudit {
  private final KeyRing keys;
  private final Settings settings;
  private final Map<String, List<ChainLink>> chains = new TreeMap<>();
  private final Map<String, List<VerifyingKey>> announced = new HashMap<>();
  private final Map<ByteString, String> seen = new HashMap<>();
  private final Map<String, String> idempotencyKeys = new HashMap<>();
  private final Map<String, ByteString> expectedHeads = new TreeMap<>();
  private final Map<String, Set<ByteString>> knownBefore = new HashMap<>();
  private final Strays strays = new Strays();
  private final Restoration altered = new Restoration();
  private final List<Finding> findings = new ArrayList<>();
  private int count;

  /**
   * How strictly to judge.
   *
   * @param window how many places an envelope may stand before its predecessor: 0 where the order
   *     of storing is the sender's own
   * @param clockTolerance steps up to this are not told
   */
  public record Settings(int window, Duration clockTolerance) {}

  public ChainAudit(KeyRing keys, Settings settings) {
    this.keys = keys;
    this.settings = settings;
  }

  /**
   * Takes the next envelope.
   *
   * @param place where it stands, for people
   * @param bytes as stored
   */
  public void add(String place, ByteString bytes) {
    add(place, bytes, new Judge(keys).judge(bytes));
  }

  /**
   * As {@link #add(String, ByteString)}, with the judgement made already, by many threads perhaps.
   */
  public void add(String place, ByteString bytes, Judgement given) {
    Judgement judgement = reconsider(bytes, given);
    int index = count++;
    if (judgement instanceof Judgement.Authentic authentic) {
      addAuthentic(index, place, authentic);
    } else if (judgement instanceof Judgement.Unproven unproven) {
      addUnproven(index, place, unproven, bytes);
    } else if (judgement instanceof Judgement.Malformed malformed) {
      strays.add(index, bytes);
      findings.add(new Finding(Kind.MALFORMED, place, "", malformed.why()));
    }
  }

  /** Takes note of a place where the file could not be read. */
  public void addDamage(String place, String why) {
    strays.add(count++);
    findings.add(new Finding(Kind.DAMAGED, place, "", why));
  }

  /** Takes note of something else that is wrong with what the envelopes are kept in. */
  public void addRemark(Kind kind, String place, String agent, String why) {
    findings.add(new Finding(kind, place, agent, why));
  }

  /**
   * The agent says that this is its last envelope: after {@link #report}, it must be there.
   *
   * @param head its signature
   */
  public void expectHead(String agent, ByteString head) {
    expectedHeads.put(agent, head);
  }

  /**
   * What is looked at goes on behind another part of the agent's chain.
   *
   * @param last signature of that part's last envelope
   */
  public void expectAfter(String agent, ByteString last) {
    knownBefore.computeIfAbsent(agent, a -> new HashSet<>()).add(last);
  }

  /** What there is to say when everything was taken. */
  public AuditReport report() {
    List<Finding> all = new ArrayList<>(findings);
    Map<String, AuditReport.Chain> summaries = new TreeMap<>();
    chains.forEach(
        (agent, links) -> {
          List<VerifyingKey> known = announced.getOrDefault(agent, keys.keysOf(agent));
          ChainOrder order =
              new ChainOrder(links, (end, begin) -> wereNeighbours(end, begin, known));
          Set<ByteString> before = knownBefore.getOrDefault(agent, Set.of());
          all.addAll(new ChainFindings(agent, order, settings, before).find());
          summaries.put(agent, AuditReport.Chain.of(order));
        });
    expectedHeads.forEach((agent, head) -> requireHead(agent, head, all));
    return new AuditReport(count, List.copyOf(all), summaries);
  }

  private boolean wereNeighbours(ChainLink end, ChainLink begin, List<VerifyingKey> known) {
    return altered.ties(end, begin, known)
        || strays.explain(end.index(), begin.index(), end.signature(), begin.previous());
  }

  private void requireHead(String agent, ByteString head, List<Finding> all) {
    boolean there =
        chains.getOrDefault(agent, List.of()).stream().anyMatch(l -> l.signature().equals(head));
    if (!there) {
      all.add(new Finding(Kind.HEAD_MISSING, "the end", agent, NoticeTags.hex(head)));
    }
  }

  /** An envelope signed with a key that its own chain announced before is authentic, too. */
  private Judgement reconsider(ByteString bytes, Judgement judgement) {
    if (judgement instanceof Judgement.Unproven unproven
        && unproven.why() == Judgement.Reason.BAD_SIGNATURE
        && announced.containsKey(unproven.agent())) {
      return new Judge(announced::get).judge(bytes);
    }
    return judgement;
  }

  private void addAuthentic(int index, String place, Judgement.Authentic judged) {
    String earlier = seen.putIfAbsent(judged.signature(), place);
    if (earlier != null) {
      findings.add(
          new Finding(Kind.DUPLICATE, place, judged.agent(), "It stands at " + earlier + " too."));
      return;
    }
    String key = judged.envelope().getIdempotencyKey();
    String user = idempotencyKeys.putIfAbsent(judged.agent() + '\0' + key, place);
    if (user != null) {
      findings.add(
          new Finding(
              Kind.KEY_REUSED, place, judged.agent(), "Key " + key + ", first at " + user + "."));
    }
    ChainLink link = ChainLink.authentic(index, place, judged);
    link.rotations()
        .forEach(r -> announced.computeIfAbsent(judged.agent(), this::known).add(r.newKey()));
    chains.computeIfAbsent(judged.agent(), a -> new ArrayList<>()).add(link);
  }

  private List<VerifyingKey> known(String agent) {
    return new ArrayList<>(keys.keysOf(agent));
  }

  private void addUnproven(int index, String place, Judgement.Unproven judged, ByteString bytes) {
    Kind kind =
        switch (judged.why()) {
          case UNSIGNED -> Kind.UNSIGNED;
          case UNKNOWN_AGENT -> Kind.UNKNOWN_AGENT;
          case BAD_SIGNATURE -> Kind.BAD_SIGNATURE;
        };
    String device = judged.envelope().getDeviceTelemetry().getDeviceId();
    String detail =
        "It claims to be of agent "
            + quoted(judged.agent())
            + ", device "
            + quoted(device)
            + ", key "
            + quoted(judged.envelope().getIdempotencyKey())
            + ".";
    findings.add(new Finding(kind, place, judged.agent(), detail));
    if (kind == Kind.BAD_SIGNATURE) {
      altered.add(index, bytes);
      chains
          .computeIfAbsent(judged.agent(), a -> new ArrayList<>())
          .add(ChainLink.unproven(index, place, judged.envelope()));
    } else {
      strays.add(index, bytes);
    }
  }

  private static String quoted(String text) {
    return '"' + text.replaceAll("\\p{C}", "?") + '"';
  }
}
