package org.opennms.plugins.trunkline.classify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;

/** Says what new rules would change before they are in force. Pure. */
public final class RuleDryRun {
  private RuleDryRun() {}

  /**
   * A device whose interfaces are judged by both.
   *
   * @param device the node
   * @param facts what it says of itself
   * @param interfaces all of them
   */
  public record Subject(Device device, DeviceFacts facts, List<InterfaceEvidence> interfaces) {
    /** Copies the list. */
    public Subject {
      interfaces = List.copyOf(interfaces);
    }
  }

  /**
   * One interface that would change.
   *
   * @param key which
   * @param before as it is judged now
   * @param after as it would be
   */
  public record Change(InterfaceKey key, Classification before, Classification after) {}

  /**
   * What would change.
   *
   * @param interfaces how many were judged
   * @param changed how many would get another role, provider, criticality or bandwidth
   * @param before interfaces by role now; roles without any are left out
   * @param after interfaces by role then
   * @param examples the first changes, in the order of the keys
   */
  public record Outcome(
      int interfaces,
      int changed,
      Map<InterfaceRole, Integer> before,
      Map<InterfaceRole, Integer> after,
      List<Change> examples) {}

  /**
   * Judges all subjects twice and compares.
   *
   * @param examples at most so many changes are listed
   */
  public static Outcome compare(
      RuleBookClassifier before, RuleBookClassifier after, List<Subject> subjects, int examples) {
    Map<InterfaceRole, Integer> rolesBefore = new EnumMap<>(InterfaceRole.class);
    Map<InterfaceRole, Integer> rolesAfter = new EnumMap<>(InterfaceRole.class);
    List<Change> changes = new ArrayList<>();
    int interfaces = 0;
    for (Subject subject : subjects) {
      List<Judgement> old = before.judge(subject.device(), subject.facts(), subject.interfaces());
      List<Judgement> fresh = after.judge(subject.device(), subject.facts(), subject.interfaces());
      for (int i = 0; i < old.size(); i++) {
        Classification was = old.get(i).classification();
        Classification becomes = fresh.get(i).classification();
        rolesBefore.merge(was.role(), 1, Integer::sum);
        rolesAfter.merge(becomes.role(), 1, Integer::sum);
        if (differs(old.get(i), fresh.get(i))) {
          InterfaceKey key = subject.interfaces().get(i).networkInterface().key();
          changes.add(new Change(key, was, becomes));
        }
      }
      interfaces += old.size();
    }
    List<Change> first =
        changes.stream()
            .sorted((one, other) -> one.key().compareTo(other.key()))
            .limit(examples)
            .toList();
    return new Outcome(interfaces, changes.size(), rolesBefore, rolesAfter, first);
  }

  private static boolean differs(Judgement one, Judgement other) {
    Classification was = one.classification();
    Classification becomes = other.classification();
    return was.role() != becomes.role()
        || was.critical() != becomes.critical()
        || !was.provider().equals(becomes.provider())
        || !was.contractBandwidth().equals(becomes.contractBandwidth())
        || !one.monitored().equals(other.monitored());
  }
}
