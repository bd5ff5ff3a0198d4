package io.laguna.emulator.jobs;

import io.laguna.emulator.kit.work.Worker;
import io.laguna.engines.driver.RunOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The jobs of a service that run in this process, each with a thread that takes it from its driver to its end: driver,
 * outcome, logs in S3, state. An end is never lost: it is written until the state takes it.
 */
public final class RunningJobs<J extends Job> implements AutoCloseable {
    private final String name;
    private final Consumer<Execution> leaving;
    private final Map<String, Running> jobs = new ConcurrentHashMap<>();
    private boolean closed;

    /**
     * Creates the jobs of a service, of which none runs.
     *
     * @param name the beginning of the names of threads
     * @param leaving what is done to a job that runs when Laguna ends
     */
    public RunningJobs(String name, Consumer<Execution> leaving) {
        this.name = name;
        this.leaving = leaving;
    }

    private final class Running {
        private final J job;
        private final Worker worker;
        private Optional<RunOutcome> outcome = Optional.empty();
        private Optional<Worker> stopper = Optional.empty();

        Running(J job) {
            this.job = job;
            this.worker = new Worker(name + "-" + job.id(), this::turn);
        }

        /** The job runs in the first turn. A later turn only writes what an earlier one could not. */
        private Optional<Duration> turn() {
            if (outcome.isEmpty()) {
                outcome = Optional.of(job.run());
            }
            // Whoever opens the state next finds a job that the end of Laguna has stopped as it was.
            if (!(outcome.get() instanceof RunOutcome.Stopped && worker.isEnding())) {
                job.keep(outcome.get());
                jobs.remove(job.id());
                job.ended();
            }
            return Optional.empty();
        }

        synchronized void stop() {
            if (stopper.isEmpty()) {
                stopper = Optional.of(Worker.once(name + "-stop-" + job.id(), job.execution()::stop));
            }
        }

        synchronized void end() {
            worker.end();
            stopper.ifPresent(Worker::end);
        }
    }

    /** Begins a job, unless Laguna ends. */
    public synchronized void begin(J job) {
        if (!closed) {
            Running running = new Running(job);
            jobs.put(job.id(), running);
            running.worker.start();
        }
    }

    /** Returns the job of an id, if it runs here. */
    public Optional<J> find(String id) {
        return Optional.ofNullable(jobs.get(id)).map(running -> running.job);
    }

    /** Returns all jobs whose ends are not in the state yet. */
    public List<J> all() {
        return jobs.values().stream().map(running -> running.job).toList();
    }

    /** Stops a job, without waiting for it. Nothing happens when it does not run here, or is being stopped. */
    public void stop(String id) {
        Optional.ofNullable(jobs.get(id)).ifPresent(Running::stop);
    }

    /** Stops all jobs, and returns when their ends are in the state, or after twenty seconds. */
    public void stopAll() {
        List<Running> stopping = List.copyOf(jobs.values());
        stopping.forEach(Running::stop);
        Worker.await(stopping.stream().map(running -> running.worker).toList());
    }

    /** Leaves all jobs as they are in the state, and returns when nothing works on them any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        List<Running> left = List.copyOf(jobs.values());
        left.forEach(Running::end);
        // Each may take seconds: all at once.
        List<Worker> leavers = left.stream()
                .map(running ->
                        Worker.once(name + "-leave-" + running.job.id(), () -> leaving.accept(running.job.execution())))
                .toList();
        Worker.await(leavers);
        leavers.forEach(Worker::end);
        Worker.await(left.stream().map(running -> running.worker).toList());
    }
}
