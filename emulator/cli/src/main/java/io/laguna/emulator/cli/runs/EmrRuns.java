package io.laguna.emulator.cli.runs;

import io.laguna.emulator.prices.PriceTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ClusterSummary;
import software.amazon.awssdk.services.emr.model.FailureDetails;
import software.amazon.awssdk.services.emr.model.StepSummary;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.ApplicationSummary;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunSummary;
import software.amazon.awssdk.services.emrserverless.model.ResourceUtilization;

/** The steps of EMR, and the job runs of EMR Serverless. */
public record EmrRuns(EmrClient emr, EmrServerlessClient serverless, PriceTable prices) {
    private static final int DIGITS = 6;

    /** Returns the steps of all clusters. Their cost is their cluster's, which goes on while none runs. */
    public List<RunLine> steps() {
        List<RunLine> runs = new ArrayList<>();
        for (ClusterSummary cluster : emr.listClustersPaginator().clusters()) {
            emr.listStepsPaginator(list -> list.clusterId(cluster.id()))
                    .steps()
                    .forEach(step -> runs.add(line(cluster, step)));
        }
        return runs;
    }

    private static RunLine line(ClusterSummary cluster, StepSummary step) {
        return new RunLine(
                "emr step",
                cluster.name() + "/" + step.name(),
                cluster.id() + "/" + step.id(),
                step.status().stateAsString(),
                Optional.ofNullable(step.status().timeline().startDateTime())
                        .orElse(step.status().timeline().creationDateTime()),
                RunSource.took(
                        step.status().timeline().startDateTime(),
                        step.status().timeline().endDateTime()),
                Optional.empty(),
                RunSource.text(Optional.ofNullable(step.status().failureDetails())
                        .map(FailureDetails::message)
                        .orElse(null)));
    }

    /** Returns the job runs of all applications. */
    public List<RunLine> jobRuns() {
        List<RunLine> runs = new ArrayList<>();
        for (ApplicationSummary application :
                serverless.listApplicationsPaginator(list -> {}).applications()) {
            serverless
                    .listJobRunsPaginator(list -> list.applicationId(application.id()))
                    .jobRuns()
                    .forEach(run -> runs.add(line(application, run)));
        }
        return runs;
    }

    private RunLine line(ApplicationSummary application, JobRunSummary summary) {
        JobRun run = serverless
                .getJobRun(get -> get.applicationId(application.id()).jobRunId(summary.id()))
                .jobRun();
        return new RunLine(
                "emr serverless",
                application.name() + "/" + RunSource.text(summary.name()),
                application.id() + "/" + summary.id(),
                summary.stateAsString(),
                summary.createdAt(),
                Optional.ofNullable(run.totalExecutionDurationSeconds()).map(Duration::ofSeconds),
                Optional.ofNullable(run.billedResourceUtilization()).map(this::cost),
                RunSource.text(summary.stateDetails()));
    }

    private BigDecimal cost(ResourceUtilization used) {
        BigDecimal vcpu =
                BigDecimal.valueOf(Optional.ofNullable(used.vcpuHour()).orElse(0.0));
        BigDecimal memory =
                BigDecimal.valueOf(Optional.ofNullable(used.memoryGBHour()).orElse(0.0));
        return prices.serverless()
                .vcpu()
                .multiply(vcpu)
                .add(prices.serverless().gb().multiply(memory))
                .setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
