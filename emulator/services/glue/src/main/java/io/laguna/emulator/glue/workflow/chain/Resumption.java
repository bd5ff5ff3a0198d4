package io.laguna.emulator.glue.workflow.chain;

import io.laguna.emulator.glue.job.TriggeredRuns;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.workflow.trigger.Ended;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.NodeType;
import software.amazon.awssdk.services.glue.model.Trigger;

/**
 * The resumption of a run from some of its nodes: what follows from them runs again, the rest is taken over.
 *
 * @param restarted the actions that start again: of the nodes that were named, those that follow from no other one
 * @param kept the actions that are taken over
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/resuming-workflow.html">Resuming a workflow run</a>
 */
public record Resumption(Map<Graph.Node, ActionRecord> restarted, List<ActionRecord> kept) {
    /** Returns the resumption of a run from the nodes with some ids. */
    public static Resumption of(Handle handle, ChainRecord original, List<String> ids) {
        Graph graph = Graph.of(original.triggers());
        List<Graph.Node> named =
                ids.stream().map(id -> node(graph, original, id)).toList();
        List<ActionRecord> actions = new ActionRecords(handle).of(original.id());
        Map<Graph.Node, ActionRecord> restarted = new LinkedHashMap<>();
        Set<Graph.Node> again = new HashSet<>(graph.downstream(named));
        for (Graph.Node node : named) {
            ActionRecord attempted = actions.stream()
                    .filter(action -> node(action).equals(node))
                    .findFirst()
                    .orElseThrow(() -> Failures.invalid("Node " + node.name() + " was not attempted in the run."));
            if (named.stream().filter(other -> !other.equals(node)).noneMatch(other -> graph.downstream(List.of(other))
                    .contains(node))) {
                restarted.put(node, attempted);
            }
        }
        again.addAll(named);
        List<ActionRecord> kept = actions.stream()
                .filter(action -> !again.contains(node(action)))
                .filter(action -> !again.contains(new Graph.Node(NodeType.TRIGGER, action.trigger())))
                .toList();
        return new Resumption(restarted, kept);
    }

    /** Puts what is taken over into a chain, and starts the rest. */
    void into(ChainRecord chain, Handle transaction, TriggeredRuns runs, Instant now) {
        ActionRecords actions = new ActionRecords(transaction);
        List<ActionRecord> all = new ArrayList<>(kept);
        all.addAll(restarted.values());
        all.stream().map(ActionRecord::trigger).distinct().forEach(trigger -> actions.fire(chain.id(), trigger, now));
        kept.forEach(action -> actions.insert(action.copiedTo(chain.id())));
        Firings firings = new Firings(transaction, runs, now);
        restarted
                .values()
                .forEach(action -> firings.act(chain, trigger(chain, action.trigger()), action.position(), List.of()));
    }

    private static Trigger trigger(ChainRecord chain, String name) {
        return chain.triggers().stream()
                .filter(trigger -> trigger.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Graph.Node node(Graph graph, ChainRecord chain, String id) {
        Graph.Node found = graph.nodes().stream()
                .filter(node ->
                        node.id(chain.owner(), chain.workflow().orElseThrow()).equals(id))
                .findFirst()
                .orElseThrow(() -> Failures.invalid("Node " + id + " is not in the workflow's graph."));
        if (found.type() == NodeType.TRIGGER) {
            throw Failures.invalid("Node " + id + " is a trigger: a run is resumed from jobs and crawlers.");
        }
        return found;
    }

    private static Graph.Node node(ActionRecord action) {
        return new Graph.Node(action.kind() == Ended.Kind.JOB ? NodeType.JOB : NodeType.CRAWLER, action.name());
    }
}
