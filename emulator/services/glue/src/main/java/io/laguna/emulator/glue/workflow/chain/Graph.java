package io.laguna.emulator.glue.workflow.chain;

import io.laguna.emulator.kit.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.NodeType;
import software.amazon.awssdk.services.glue.model.Trigger;

/**
 * The graph of a workflow, which follows from its triggers: a trigger leads to what it starts, and what it watches leads to
 * it.
 *
 * @param nodes in the order in which the triggers name them
 */
public record Graph(List<Node> nodes, List<Edge> edges) {
    /** A trigger, a job or a crawler of the graph. */
    public record Node(NodeType type, String name) {
        /** Returns the node's id, the same in every run of the workflow. */
        public String id(Caller owner, String workflow) {
            String text = String.join("\n", owner.accountId(), owner.region(), workflow, type.toString(), name);
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return "wnode_" + HexFormat.of().formatHex(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A way from one node to the next. */
    public record Edge(Node from, Node to) {}

    /** Returns the graph of triggers. */
    public static Graph of(List<Trigger> triggers) {
        Set<Node> nodes = new LinkedHashSet<>();
        Set<Edge> edges = new LinkedHashSet<>();
        for (Trigger trigger : triggers) {
            Node node = new Node(NodeType.TRIGGER, trigger.name());
            nodes.add(node);
            Optional.ofNullable(trigger.predicate()).ifPresent(predicate -> predicate
                    .conditions()
                    .forEach(condition ->
                            edges.add(new Edge(node(condition.jobName(), condition.crawlerName()), node))));
            trigger.actions().forEach(action -> {
                Node started = node(action.jobName(), action.crawlerName());
                nodes.add(started);
                edges.add(new Edge(node, started));
            });
        }
        edges.forEach(edge -> nodes.add(edge.from()));
        return new Graph(List.copyOf(nodes), List.copyOf(edges));
    }

    private static Node node(String job, String crawler) {
        return job == null ? new Node(NodeType.CRAWLER, crawler) : new Node(NodeType.JOB, job);
    }

    /** Returns the nodes to which ways lead from some nodes. */
    Set<Node> downstream(Collection<Node> from) {
        Set<Node> reached = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Node node = open.remove();
            edges.stream()
                    .filter(edge -> edge.from().equals(node))
                    .map(Edge::to)
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }
}
