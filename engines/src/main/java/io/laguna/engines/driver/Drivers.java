package io.laguna.engines.driver;

import io.laguna.engines.driver.JobQueue.Job;
import io.laguna.engines.process.AvailableMemory;
import io.laguna.engines.process.ChildProcess;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.HiveMetastore;
import io.laguna.engines.yarn.YarnCluster;
import io.laguna.engines.yarn.YarnJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The drivers of a lake: they run Spark jobs and other programs, each in a process of its own, with the configuration of
 * {@link Workspace#hiveConf}. Jobs queue for {@link DriverSettings#concurrent} places, in the order of their submission.
 */
public final class Drivers implements AutoCloseable {
    private static final DateTimeFormatter LOG_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS");

    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final Workspace workspace;
    private final NodeView view;
    private final DriverJvm jvm;
    private final Toolbox toolbox;
    private final WarmDrivers warm;
    private final DriverStart starts;
    private final HistoryServer history;
    private final Optional<YarnCluster> cluster;
    private final Followers followers = new Followers();
    private final JobQueue jobs;
    private final AtomicInteger submissions = new AtomicInteger();
    private boolean prepared;
    private boolean closed;
    private boolean looks;

    /**
     * Creates drivers that work on one lake.
     *
     * @param metastoreUri the address of {@link HiveMetastore}
     */
    public Drivers(Workspace workspace, S3Access s3, String metastoreUri, DriverSettings settings) {
        this(workspace, s3, metastoreUri, settings, Optional.empty());
    }

    /**
     * Creates drivers that work on one lake, and on its cluster where there is one.
     *
     * @param cluster runs the jobs; this machine their drivers, unless they ask for the cluster
     */
    public Drivers(
            Workspace workspace,
            S3Access s3,
            String metastoreUri,
            DriverSettings settings,
            Optional<YarnCluster> cluster) {
        this.workspace = workspace;
        this.cluster = cluster;
        this.jobs =
                new JobQueue(settings.concurrent(), FurtherPlaces.of(settings, AvailableMemory.ofThisMachine()::bytes));
        NodeTree tree = new NodeTree(workspace);
        this.view = workspace.isOnCluster() ? NodeView.none(tree) : new NodeView(tree);
        this.jvm = new DriverJvm(workspace, s3, metastoreUri, view);
        this.toolbox = new Toolbox(workspace, s3, metastoreUri, settings.memory(), view);
        this.warm = new WarmDrivers(jvm, settings, Spare::ofThisMachine, this::proceed);
        this.starts = new DriverStart(jvm, settings, warm::take);
        this.history = new HistoryServer(jvm);
        Scratch.sweep(workspace);
    }

    /** Gets the first drivers in reserve ready, in the background; otherwise that begins after the first job. */
    public synchronized void prepare() {
        prepared = true;
        proceed();
    }

    /**
     * Lets a driver run the job, as {@link #submit(SparkSubmission, Path)} does, with the outputs kept in
     * {@code logs/drivers/}.
     */
    public Run submit(SparkSubmission submission) {
        String time = LOG_TIME.format(LocalDateTime.now(ZoneOffset.UTC));
        String run = time + "-" + submission.name() + "-" + submissions.incrementAndGet();
        return submit(submission, workspace.logs().resolve("drivers").resolve(run));
    }

    /**
     * Lets a driver run the job as soon as there is a place for it.
     *
     * @param folder where {@code stdout} and {@code stderr} of the run are kept; made when it is not there
     */
    public synchronized Run submit(SparkSubmission submission, Path folder) {
        Run run = make(folder);
        jobs.add(run, submission);
        prepared = true;
        proceed();
        return run;
    }

    /**
     * Runs a program at once.
     *
     * @param folder where {@code stdout} and {@code stderr} of the run are kept; made when it is not there
     */
    public synchronized Run run(Command command, Path folder) {
        Run run = make(folder);
        jobs.addProgram(run);
        proceed();
        Scratch scratch = Scratch.make(workspace);
        try {
            made(command.workingFolder());
            JobEnvironment environment = run.tagged(command.environment());
            Map<String, String> variables = toolbox.environment(environment, folder, scratch.temporary());
            ChildProcess process = jvm.run(command, variables, scratch, run.output(), run.error());
            Run.Running now = new Run.Running(process, scratch, OptionalInt.empty());
            run.started(now);
            process.whenEnded(exitCode -> ended(run, now, exitCode));
        } catch (EngineFailure | UncheckedIOException e) {
            scratch.clear();
            notStarted(run, e);
        }
        return run;
    }

    /**
     * Returns the run that keeps its files in a folder, if its driver is on the cluster and was started by an earlier
     * process.
     *
     * @throws EngineFailure when YARN does not answer
     */
    public Optional<Run> follow(Path folder) {
        Run run = make(folder);
        Optional<YarnJob> job = run.yarn().filter(on -> on.detached().isPresent());
        job.ifPresent(on -> followers.follow(run, on));
        return job.map(on -> run);
    }

    /**
     * Tells whether the cluster has a driver, of this process or an earlier one, that keeps its files in a folder.
     *
     * @throws EngineFailure when YARN does not answer
     */
    public boolean isOnCluster(Path folder) {
        return onCluster(folder).flatMap(YarnJob::detached).isPresent();
    }

    /**
     * Ends what runs on the cluster for the run that keeps its files in a folder and that an earlier process began.
     *
     * @throws EngineFailure when YARN does not answer
     */
    public void endOnCluster(Path folder) {
        onCluster(folder).ifPresent(YarnJob::kill);
    }

    /** Returns how many drivers are ready and at work, and how many jobs wait for one. */
    public synchronized DriverCounts counts() {
        return jobs.counts(warm);
    }

    /** Returns why jobs have no {@code /home/hadoop} of their cluster's on this machine, if they have none. */
    public Optional<String> homeRefusal() {
        return cluster.isPresent() || NodeView.isOwnHome() ? Optional.empty() : view.refusal();
    }

    /** Tells whether nothing runs, nothing waits, and no driver gets ready. */
    public synchronized boolean isIdle() {
        return jobs.isEmpty() && warm.ready() == warm.running();
    }

    /** Returns the cluster that jobs run on, where it is not this machine alone. */
    public Optional<YarnCluster> cluster() {
        return cluster;
    }

    /**
     * Writes the configuration that the commands of {@code engines/spark/bin} work with when people run them.
     *
     * @param folder in which {@code tools/} is made
     */
    public void writeTools(Path folder) {
        toolbox.environment(JobEnvironment.LAKE, folder, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * Starts Spark's history server, which shows all jobs that have ended, if it does not run.
     *
     * @return its base address
     * @throws EngineFailure when it does not get ready
     */
    public URI historyServer() {
        return cluster.map(YarnCluster::historyServer).orElseGet(history::start);
    }

    /** Stops everything that waits or runs, and returns when it has ended. */
    @Override
    public void close() {
        List<Run> all;
        synchronized (this) {
            closed = true;
            all = jobs.all();
            warm.close();
        }
        all.parallelStream().forEach(Run::leave);
        followers.close();
        history.close();
        try {
            for (Run run : all) {
                run.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what can be done now: the next jobs, and drivers for later ones. */
    private synchronized void proceed() {
        if (closed) {
            return;
        }
        Optional<Job> next = jobs.next();
        while (next.isPresent()) {
            start(next.get());
            next = jobs.next();
        }
        if (prepared) {
            warm.tend(jobs.isEmpty());
        }
        if (jobs.isWaitedIn() && !looks) {
            looks = true;
            LATER.execute(this::look);
        }
    }

    /** Looks whether a job that waits may begin now, without the end of another. */
    private synchronized void look() {
        looks = false;
        proceed();
    }

    private void start(Job next) {
        try {
            starts.start(next.run(), next.submission(), new DriverStart.Follow() {
                @Override
                public void ended(Run.Running process, int exitCode) {
                    Drivers.this.ended(next.run(), process, exitCode);
                }

                @Override
                public void notTaken() {
                    again(next);
                }
            });
        } catch (EngineFailure | UncheckedIOException e) {
            notStarted(next.run(), e);
        }
    }

    private void again(Job job) {
        forget(job.run());
        synchronized (this) {
            if (!closed && !job.run().isStopped()) {
                jobs.addAgain(job);
                proceed();
                return;
            }
        }
        job.run().ended(new RunOutcome.Stopped());
        proceed();
    }

    private void notStarted(Run run, RuntimeException why) {
        forget(run);
        run.ended(new RunOutcome.Failed(RunOutcome.Kind.NOT_STARTED, -1, why.getMessage()));
    }

    /** Completes the outcome when the place is free: whoever waits for the outcome counts on the place. */
    private void ended(Run run, Run.Running now, int exitCode) {
        forget(run);
        run.ended(now, exitCode);
        proceed();
    }

    private synchronized void forget(Run run) {
        jobs.forget(run);
    }

    private void leaveQueue(Run run) {
        boolean left;
        synchronized (this) {
            left = jobs.leave(run);
        }
        if (left) {
            run.ended(new RunOutcome.Stopped());
        }
    }

    private Run make(Path folder) {
        return new Run(made(folder), onCluster(folder), this::leaveQueue);
    }

    /** Returns the job on YARN, where there is a cluster, of the run that keeps its files in a folder. */
    private Optional<YarnJob> onCluster(Path folder) {
        return cluster.map(there -> YarnJob.of(there, workspace, folder));
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        }
    }
}
