package org.opennms.plugins.trunkline.topology;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * Which nodes have a token, and which nodes asked for it: when a token changes hands, those who
 * asked must ask again, and nobody else. Used by one thread.
 */
final class Identities {
  private final Map<Token, SortedSet<NodeKey>> owners = new HashMap<>();
  private final Map<Token, Set<NodeKey>> askers = new HashMap<>();
  private final Map<NodeKey, Set<Token>> tokens = new HashMap<>();
  private final Map<NodeKey, Set<Token>> questions = new HashMap<>();

  /**
   * Sets what a node is known by.
   *
   * @return who must ask again: all who asked for anything that the node had or has, because what
   *     else is known of the node speaks for or against it
   */
  Set<NodeKey> set(NodeKey node, Set<Token> now) {
    Set<Token> before = now.isEmpty() ? tokens.remove(node) : tokens.put(node, now);
    Set<NodeKey> concerned = new HashSet<>();
    for (Token token : before == null ? Set.<Token>of() : before) {
      concerned.addAll(askers.getOrDefault(token, Set.of()));
      if (!now.contains(token)) {
        take(owners, token, node);
      }
    }
    for (Token token : now) {
      concerned.addAll(askers.getOrDefault(token, Set.of()));
      owners.computeIfAbsent(token, t -> new TreeSet<>()).add(node);
    }
    return concerned;
  }

  /** Forgets what a node asked for. */
  void forgetQuestions(NodeKey asker) {
    Set<Token> asked = questions.remove(asker);
    if (asked != null) {
      asked.forEach(token -> take(askers, token, asker));
    }
  }

  /** The nodes with a token, sorted; remembers who asked. */
  SortedSet<NodeKey> ask(NodeKey asker, Token token) {
    if (questions.computeIfAbsent(asker, a -> new HashSet<>()).add(token)) {
      askers.computeIfAbsent(token, t -> new HashSet<>(2)).add(asker);
    }
    return owners.getOrDefault(token, Collections.emptySortedSet());
  }

  private static void take(Map<Token, ? extends Set<NodeKey>> from, Token token, NodeKey node) {
    Set<NodeKey> nodes = from.get(token);
    if (nodes != null && nodes.remove(node) && nodes.isEmpty()) {
      from.remove(token);
    }
  }
}
