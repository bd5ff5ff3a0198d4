package io.laguna.emulator.glue.workflow.chain;

import io.laguna.emulator.glue.job.TriggeredRuns;
import io.laguna.emulator.glue.workflow.trigger.Ended;
import io.laguna.emulator.kit.Caller;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.Crawl;
import software.amazon.awssdk.services.glue.model.CrawlState;
import software.amazon.awssdk.services.glue.model.Edge;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.Node;
import software.amazon.awssdk.services.glue.model.NodeType;
import software.amazon.awssdk.services.glue.model.Trigger;
import software.amazon.awssdk.services.glue.model.WorkflowGraph;
import software.amazon.awssdk.services.glue.model.WorkflowRun;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatistics;

/**
 * A run of a workflow as it is answered: with the numbers of its actions, and with its graph where that is asked for.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-workflow.html">Workflows</a>
 */
public record RunShape(Handle handle, TriggeredRuns runs) {
    /** Returns a run of a workflow. */
    public WorkflowRun of(ChainRecord chain, boolean withGraph) {
        List<ActionRecord> actions = new ActionRecords(handle).of(chain.id());
        WorkflowRun.Builder run = chain.run().orElseThrow().toBuilder().statistics(statistics(chain, actions));
        return withGraph
                ? run.graph(graph(chain.owner(), chain.workflow().orElseThrow(), chain.triggers(), chain, actions))
                        .build()
                : run.build();
    }

    /** Returns the graph of a workflow itself, in which nothing has run. */
    public static WorkflowGraph graph(Caller owner, String workflow, List<Trigger> triggers) {
        Graph graph = Graph.of(triggers);
        return shape(owner, workflow, graph, graph.nodes().stream().map(node -> node(owner, workflow, node, triggers)
                .build()));
    }

    private WorkflowGraph graph(
            Caller owner, String workflow, List<Trigger> triggers, ChainRecord chain, List<ActionRecord> actions) {
        Graph graph = Graph.of(triggers);
        return shape(
                owner,
                workflow,
                graph,
                graph.nodes().stream()
                        .map(node -> details(node(owner, workflow, node, triggers), node, chain, actions)));
    }

    private static WorkflowGraph shape(Caller owner, String workflow, Graph graph, Stream<Node> nodes) {
        return WorkflowGraph.builder()
                .nodes(nodes.toList())
                .edges(graph.edges().stream()
                        .map(edge -> Edge.builder()
                                .sourceId(edge.from().id(owner, workflow))
                                .destinationId(edge.to().id(owner, workflow))
                                .build())
                        .toList())
                .build();
    }

    private static Node.Builder node(Caller owner, String workflow, Graph.Node node, List<Trigger> triggers) {
        Node.Builder shape = Node.builder().type(node.type()).name(node.name()).uniqueId(node.id(owner, workflow));
        return node.type() == NodeType.TRIGGER
                ? shape.triggerDetails(details -> triggers.stream()
                        .filter(trigger -> trigger.name().equals(node.name()))
                        .findFirst()
                        .ifPresent(details::trigger))
                : shape;
    }

    private Node details(Node.Builder shape, Graph.Node node, ChainRecord chain, List<ActionRecord> actions) {
        if (node.type() == NodeType.JOB) {
            List<JobRun> jobRuns = actions.stream()
                    .filter(action ->
                            action.kind() == Ended.Kind.JOB && action.name().equals(node.name()))
                    .flatMap(action -> attempts(chain, action).stream())
                    .toList();
            return shape.jobDetails(details -> details.jobRuns(jobRuns)).build();
        }
        if (node.type() == NodeType.CRAWLER) {
            List<Crawl> crawls = actions.stream()
                    .filter(action ->
                            action.kind() == Ended.Kind.CRAWLER && action.name().equals(node.name()))
                    .map(RunShape::crawl)
                    .toList();
            return shape.crawlerDetails(details -> details.crawls(crawls)).build();
        }
        return shape.build();
    }

    private List<JobRun> attempts(ChainRecord chain, ActionRecord action) {
        return action.run()
                .map(run -> runs.attempts(handle, chain.owner(), action.name(), run))
                .orElse(List.of());
    }

    /** Returns a crawl; one that has not begun is told of by its state. */
    private static Crawl crawl(ActionRecord action) {
        CrawlState state =
                switch (action.state()) {
                    case PENDING, BEGUN, ACTIVE -> CrawlState.RUNNING;
                    case CANCELLED -> CrawlState.CANCELLED;
                    case SUCCEEDED, FAILED, STOPPED, TIMEOUT, ERROR -> CrawlState.ERROR;
                };
        return action.crawl().orElseGet(() -> Crawl.builder()
                .state(state)
                .startedOn(action.begunAt())
                .errorMessage(action.error().orElse(null))
                .build());
    }

    private WorkflowRunStatistics statistics(ChainRecord chain, List<ActionRecord> actions) {
        long waiting = actions.stream()
                .filter(action -> !action.state().hasEnded())
                .filter(action ->
                        attempts(chain, action).stream().anyMatch(run -> run.jobRunState() == JobRunState.WAITING))
                .count();
        return WorkflowRunStatistics.builder()
                .totalActions(actions.size())
                .timeoutActions(number(actions, ActionState.TIMEOUT))
                .failedActions(number(actions, ActionState.FAILED))
                .stoppedActions(number(actions, ActionState.STOPPED) + number(actions, ActionState.CANCELLED))
                .succeededActions(number(actions, ActionState.SUCCEEDED))
                .runningActions((int) actions.stream()
                                .filter(action -> !action.state().hasEnded())
                                .count()
                        - (int) waiting)
                .erroredActions(number(actions, ActionState.ERROR))
                .waitingActions((int) waiting)
                .build();
    }

    private static int number(List<ActionRecord> actions, ActionState state) {
        return (int) actions.stream().filter(action -> action.state() == state).count();
    }
}
