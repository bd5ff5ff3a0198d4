package io.laguna.emulator.cli.runs;

import io.laguna.emulator.prices.JobRunPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;
import software.amazon.awssdk.services.glue.model.ExecutionClass;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.WorkflowRun;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatistics;

/** The runs of Glue: of jobs, crawlers and workflows. */
public record GlueRuns(GlueClient glue, JobRunPrice price) {
    /** Returns the runs of jobs. */
    public List<RunLine> jobs() {
        List<RunLine> runs = new ArrayList<>();
        for (Job job : glue.getJobsPaginator(get -> {}).jobs()) {
            glue.getJobRunsPaginator(get -> get.jobName(job.name())).jobRuns().forEach(run -> runs.add(line(run)));
        }
        return runs;
    }

    private RunLine line(JobRun run) {
        return new RunLine(
                "glue job",
                run.jobName(),
                run.id(),
                run.jobRunStateAsString(),
                run.startedOn(),
                RunSource.took(run.startedOn(), run.completedOn()),
                cost(run),
                RunSource.text(run.errorMessage()));
    }

    /** Returns the cost of a run that has ended, unless its script has never begun. */
    private Optional<BigDecimal> cost(JobRun run) {
        boolean hasRun = run.executionTime() > 0 || run.jobRunState() == JobRunState.SUCCEEDED;
        return run.completedOn() != null && hasRun
                ? Optional.of(
                        price.of(run.maxCapacity(), run.executionTime(), run.executionClass() == ExecutionClass.FLEX))
                : Optional.empty();
    }

    /** Returns the crawls. */
    public List<RunLine> crawls() {
        List<RunLine> runs = new ArrayList<>();
        List<Crawler> crawlers = glue.getCrawlersPaginator(get -> {}).stream()
                .flatMap(page -> page.crawlers().stream())
                .toList();
        for (Crawler crawler : crawlers) {
            glue.listCrawls(list -> list.crawlerName(crawler.name()))
                    .crawls()
                    .forEach(crawl -> runs.add(line(crawler.name(), crawl)));
        }
        return runs;
    }

    private RunLine line(String crawler, CrawlerHistory crawl) {
        return new RunLine(
                "crawl",
                crawler,
                crawl.crawlId(),
                crawl.stateAsString(),
                crawl.startTime(),
                RunSource.took(crawl.startTime(), crawl.endTime()),
                Optional.ofNullable(crawl.dpuHour())
                        .filter(hours -> crawl.endTime() != null)
                        .map(hours -> price.dpuHour()
                                .multiply(BigDecimal.valueOf(hours))
                                .stripTrailingZeros()),
                RunSource.text(crawl.errorMessage()));
    }

    /** Returns the runs of workflows, whose costs are those of their jobs and crawls. */
    public List<RunLine> workflows() {
        List<RunLine> runs = new ArrayList<>();
        for (String workflow : glue.listWorkflowsPaginator(list -> {}).workflows()) {
            glue.getWorkflowRuns(get -> get.name(workflow)).runs().forEach(run -> runs.add(line(run)));
        }
        return runs;
    }

    private static RunLine line(WorkflowRun run) {
        return new RunLine(
                "workflow",
                run.name(),
                run.workflowRunId(),
                run.statusAsString(),
                run.startedOn(),
                RunSource.took(run.startedOn(), run.completedOn()),
                Optional.empty(),
                run.errorMessage() == null ? told(run.statistics()) : run.errorMessage());
    }

    /** Returns what a run that is COMPLETED does not say: how many of its nodes have not succeeded. */
    private static String told(WorkflowRunStatistics statistics) {
        int unwell = statistics.failedActions()
                + statistics.timeoutActions()
                + statistics.stoppedActions()
                + statistics.erroredActions();
        return unwell == 0 ? "" : unwell + " of " + statistics.totalActions() + " nodes have not succeeded";
    }
}
