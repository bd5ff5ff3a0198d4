package io.laguna.pipelines.sales;

import io.laguna.pipelines.follow.Questions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CrawlState;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.Node;
import software.amazon.awssdk.services.glue.model.WorkflowRun;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatus;

/** The followers of the workflow's runs. */
record WorkflowFollower(GlueClient glue, Questions questions, Consumer<String> lines) {

    /** The end of a part of the workflow, in words. */
    private record Ended(String name, boolean succeeded, String told) {}

    /** Returns the runs that there are. */
    Set<String> known() {
        return runs().collect(Collectors.toSet());
    }

    private Stream<String> runs() {
        return glue.getWorkflowRuns(get -> get.name(Names.PIPELINE)).runs().stream()
                .map(WorkflowRun::workflowRunId);
    }

    /**
     * Waits for a run that an event has started, and for its end.
     *
     * @param before the runs that were there before
     * @throws SalesFailedException when a part of it fails, with that part's reason
     */
    void follow(Set<String> before) {
        String id = questions
                .until(
                        "The start of the workflow",
                        questions.patience().deadline(),
                        () -> runs().filter(run -> !before.contains(run)).findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        lines.accept("  the event has started " + id + " of the workflow " + Names.PIPELINE);
        Set<String> told = new HashSet<>();
        WorkflowRun run = questions.until(
                "The workflow",
                questions.patience().deadline(),
                () -> look(id, told),
                looked ->
                        looked.status() != WorkflowRunStatus.RUNNING && looked.status() != WorkflowRunStatus.STOPPING);
        List<Ended> failed = ends(run).filter(part -> !part.succeeded()).toList();
        if (!failed.isEmpty()) {
            throw new SalesFailedException(
                    failed.stream().map(part -> part.name() + " " + part.told()).collect(Collectors.joining("; ")));
        } else if (run.status() != WorkflowRunStatus.COMPLETED) {
            throw new SalesFailedException("The workflow " + Names.PIPELINE + " has ended as " + run.statusAsString()
                    + Optional.ofNullable(run.errorMessage())
                            .map(why -> ": " + why)
                            .orElse(""));
        }
    }

    private WorkflowRun look(String id, Set<String> told) {
        WorkflowRun run = glue.getWorkflowRun(
                        get -> get.name(Names.PIPELINE).runId(id).includeGraph(true))
                .run();
        ends(run)
                .filter(part -> told.add(part.name()))
                .forEach(part -> lines.accept(String.format("  %-24s %s", part.name(), part.told())));
        return run;
    }

    private static Stream<Ended> ends(WorkflowRun run) {
        return Optional.ofNullable(run.graph()).stream()
                .flatMap(graph -> graph.nodes().stream())
                .flatMap(node -> Stream.concat(jobs(node), crawls(node)));
    }

    private static Stream<Ended> jobs(Node node) {
        return Optional.ofNullable(node.jobDetails()).stream()
                .flatMap(job -> job.jobRuns().stream())
                .filter(job -> switch (job.jobRunState()) {
                    case SUCCEEDED, FAILED, TIMEOUT, STOPPED, ERROR, EXPIRED -> true;
                    case STARTING, RUNNING, STOPPING, WAITING, UNKNOWN_TO_SDK_VERSION -> false;
                })
                .map(job -> new Ended(
                        node.name(),
                        job.jobRunState() == JobRunState.SUCCEEDED,
                        job.jobRunStateAsString()
                                + told(job.startedOn(), job.completedOn(), Optional.ofNullable(job.errorMessage()))));
    }

    private static Stream<Ended> crawls(Node node) {
        return Optional.ofNullable(node.crawlerDetails()).stream()
                .flatMap(crawler -> crawler.crawls().stream())
                .filter(crawl -> crawl.state() != CrawlState.RUNNING && crawl.state() != CrawlState.CANCELLING)
                .map(crawl -> new Ended(
                        node.name(),
                        crawl.state() == CrawlState.SUCCEEDED,
                        crawl.stateAsString()
                                + told(
                                        crawl.startedOn(),
                                        crawl.completedOn(),
                                        Optional.ofNullable(crawl.errorMessage()))));
    }

    private static String told(Instant from, Instant to, Optional<String> why) {
        String time = Stream.of(from, to).allMatch(Objects::nonNull)
                ? " after " + Duration.between(from, to).toSeconds() + " s"
                : "";
        return time + why.map(text -> ": " + text).orElse("");
    }
}
