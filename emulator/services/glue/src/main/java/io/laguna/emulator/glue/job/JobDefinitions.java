package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.glue.request.TagRules;
import io.laguna.emulator.glue.security.SecurityConfigurationRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.state.TagTable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.BatchGetJobsRequest;
import software.amazon.awssdk.services.glue.model.BatchGetJobsResponse;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.glue.model.CreateJobResponse;
import software.amazon.awssdk.services.glue.model.DeleteJobRequest;
import software.amazon.awssdk.services.glue.model.DeleteJobResponse;
import software.amazon.awssdk.services.glue.model.GetJobRequest;
import software.amazon.awssdk.services.glue.model.GetJobResponse;
import software.amazon.awssdk.services.glue.model.GetJobsRequest;
import software.amazon.awssdk.services.glue.model.GetJobsResponse;
import software.amazon.awssdk.services.glue.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.ListJobsRequest;
import software.amazon.awssdk.services.glue.model.ListJobsResponse;
import software.amazon.awssdk.services.glue.model.UpdateJobRequest;
import software.amazon.awssdk.services.glue.model.UpdateJobResponse;

/**
 * The operations on the definitions of jobs.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-job.html">Jobs</a>
 */
final class JobDefinitions extends Room {
    private static final int LARGEST = 1000;
    private static final int USUAL = 100;

    private final Caller caller;
    private final State state;
    private final Clock clock;

    JobDefinitions(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    /** Creates a job. The same request again is answered once more, another one for the name is refused. */
    @Override
    public CreateJobResponse createJob(CreateJobRequest request) {
        JobRules.name("name", request.name());
        TagRules.check(request.tags());
        Job asked = Shapes.copy(request, Job.builder()).build();
        JobRules.check(asked);
        Instant now = now();
        JobKey key = JobKey.of(caller, request.name());
        JobRecord job = new JobRecord(
                key, JobIds.job(), JobDefaults.of(asked, now, now), Optional.of(ShapeJson.write(request)));
        state.write(transaction -> {
            JobRecords jobs = new JobRecords(transaction);
            new SecurityConfigurationRecords(transaction)
                    .require(caller, Optional.ofNullable(asked.securityConfiguration()));
            Optional<JobRecord> earlier = jobs.lock(key);
            if (earlier.isPresent()) {
                refuseAnother(earlier.get(), job);
            } else {
                jobs.insert(job);
                table(transaction).put(key.arn(), request.tags());
            }
            return job;
        });
        return CreateJobResponse.builder().name(request.name()).build();
    }

    /** Replaces a definition: "JobUpdate: ... Unspecified fields are removed or reset to default values." */
    @Override
    public UpdateJobResponse updateJob(UpdateJobRequest request) {
        JobRules.name("jobName", request.jobName());
        new Constraints().present("jobUpdate", request.jobUpdate()).check();
        Job asked = Shapes.copy(request.jobUpdate(), Job.builder())
                .name(request.jobName())
                .build();
        JobRules.check(asked);
        JobKey key = JobKey.of(caller, request.jobName());
        state.write(transaction -> {
            JobRecords jobs = new JobRecords(transaction);
            new SecurityConfigurationRecords(transaction)
                    .require(caller, Optional.ofNullable(asked.securityConfiguration()));
            Job before =
                    jobs.lock(key).map(JobRecord::definition).orElseThrow(() -> JobFailures.noJob(request.jobName()));
            jobs.replace(key, JobDefaults.of(asked, before.createdOn(), now()));
            return key;
        });
        return UpdateJobResponse.builder().jobName(request.jobName()).build();
    }

    /** Deletes a job with its bookmark, its tags and the runs that have ended. A run at work goes on to its end. */
    @Override
    public DeleteJobResponse deleteJob(DeleteJobRequest request) {
        JobRules.name("jobName", request.jobName());
        JobKey key = JobKey.of(caller, request.jobName());
        state.write(transaction -> {
            new JobRecords(transaction).delete(key);
            new RunRecords(transaction).deleteEnded(key);
            new BookmarkRecords(transaction).delete(key);
            table(transaction).removeAll(key.arn());
            return key;
        });
        return DeleteJobResponse.builder().jobName(request.jobName()).build();
    }

    @Override
    public GetJobResponse getJob(GetJobRequest request) {
        JobRules.name("jobName", request.jobName());
        Job job = state.read(handle -> new JobRecords(handle).find(JobKey.of(caller, request.jobName())))
                .map(JobRecord::definition)
                .orElseThrow(() -> JobFailures.noJob(request.jobName()));
        return GetJobResponse.builder().job(job).build();
    }

    @Override
    public GetJobsResponse getJobs(GetJobsRequest request) {
        new Constraints().range("maxResults", request.maxResults(), 1, LARGEST).check();
        Page<Job> page = Page.ofSorted(
                all(), Job::name, request.nextToken(), Page.size(request.maxResults(), USUAL), Failures::badToken);
        return GetJobsResponse.builder()
                .jobs(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public BatchGetJobsResponse batchGetJobs(BatchGetJobsRequest request) {
        for (String name : request.jobNames()) {
            JobRules.name("jobNames", name);
        }
        Set<String> names = new HashSet<>(request.jobNames());
        List<Job> found =
                all().stream().filter(job -> names.contains(job.name())).toList();
        found.forEach(job -> names.remove(job.name()));
        return BatchGetJobsResponse.builder()
                .jobs(found)
                .jobsNotFound(names.stream().sorted().toList())
                .build();
    }

    @Override
    public ListJobsResponse listJobs(ListJobsRequest request) {
        new Constraints().range("maxResults", request.maxResults(), 1, LARGEST).check();
        List<String> names = state.read(handle -> new JobRecords(handle)
                .all(caller).stream()
                        .filter(job -> table(handle)
                                .of(job.key().arn())
                                .entrySet()
                                .containsAll(request.tags().entrySet()))
                        .map(job -> job.key().name())
                        .toList());
        Page<String> page = Page.ofSorted(
                names, name -> name, request.nextToken(), Page.size(request.maxResults(), USUAL), Failures::badToken);
        return ListJobsResponse.builder()
                .jobNames(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private List<Job> all() {
        return state.read(handle -> new JobRecords(handle).all(caller)).stream()
                .map(JobRecord::definition)
                .toList();
    }

    private static void refuseAnother(JobRecord earlier, JobRecord now) {
        if (earlier.request().isEmpty()) {
            throw AlreadyExistsException.builder()
                    .message("Job " + now.key().name() + " already exists.")
                    .build();
        }
        if (!earlier.request().equals(now.request())) {
            throw IdempotentParameterMismatchException.builder()
                    .message("Job with name: " + now.key().name() + " already submitted with different configuration")
                    .build();
        }
    }

    private static TagTable table(Handle handle) {
        return new TagTable(handle, "glue_tag", "resource");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
