package org.opennms.plugins.trunkline.receiver.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HexFormat;
import org.opennms.plugins.trunkline.wire.AuditReport;
import org.opennms.plugins.trunkline.wire.Finding;

/** An examination for programs. */
public final class ReportJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ReportJson() {}

  /** The report as one JSON object. */
  public static String of(Examination examination, Instant now) {
    AuditReport report = examination.report();
    ObjectNode root = JSON.createObjectNode();
    root.put("made", now.toString());
    root.put("verdict", report.verdict().name());
    root.put("whole", report.isWhole());
    root.put("records", report.envelopes());
    root.put("window", examination.settings().window());
    for (Finding.Level level : Finding.Level.values()) {
      root.withObject("/counts").put(level.name(), report.count(level));
    }
    ArrayNode files = root.putArray("files");
    examination
        .exhibits()
        .forEach(
            e ->
                files
                    .addObject()
                    .put("path", e.path().toString())
                    .put("bytes", e.bytes())
                    .put("sha256", e.sha256()));
    ObjectNode senders = root.putObject("senders");
    report.chains().forEach((agent, chain) -> chain(senders.putObject(agent), chain));
    ArrayNode findings = root.putArray("findings");
    ReportText.sorted(report.findings()).forEach(f -> finding(findings.addObject(), f));
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }

  private static void chain(ObjectNode node, AuditReport.Chain chain) {
    node.put("authentic", chain.authentic());
    node.put("firstNs", chain.firstNs());
    node.put("lastNs", chain.lastNs());
    node.put("head", HexFormat.of().formatHex(chain.head().toByteArray()));
    node.put("breaks", chain.breaks());
    ArrayNode keyIds = node.putArray("keyIds");
    chain.keyIds().forEach(keyIds::add);
  }

  private static void finding(ObjectNode node, Finding finding) {
    node.put("level", finding.kind().level().name());
    node.put("kind", finding.kind().name());
    node.put("place", finding.place());
    node.put("sender", finding.agent());
    node.put("meaning", finding.kind().meaning());
    node.put("detail", finding.detail());
  }
}
