package io.laguna.engines.driver;

import io.laguna.engines.process.ProcessMemory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The jobs that wait for a place and those that have one, with the programs that need no place. The lock of {@link Drivers}
 * guards the queue.
 */
final class JobQueue {
    private final int places;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Set<Run> driving = new HashSet<>();
    private final Set<Run> programs = new HashSet<>();

    /**
     * Creates an empty queue.
     *
     * @param places the number of jobs that run at one time
     */
    JobQueue(int places) {
        this.places = places;
    }

    /** A Spark job and its run. */
    record Job(Run run, SparkSubmission submission) {}

    /** Adds a job behind all others. */
    void add(Job job) {
        waiting.add(job);
    }

    /** Adds a job that had a place before all others. */
    void addAgain(Job job) {
        waiting.addFirst(job);
    }

    /** Adds a program, which runs at once. */
    void addProgram(Run run) {
        programs.add(run);
    }

    /** Gives the next job a place and returns it; empty where no job waits or no place is free. */
    Optional<Job> next() {
        if (waiting.isEmpty() || driving.size() >= places) {
            return Optional.empty();
        }
        Job next = waiting.remove();
        driving.add(next.run());
        return Optional.of(next);
    }

    /** Takes a run out that has no place yet, and tells whether it was there. */
    boolean leave(Run run) {
        return waiting.removeIf(job -> job.run().equals(run));
    }

    /** Frees the place of a run. */
    void forget(Run run) {
        driving.remove(run);
        programs.remove(run);
    }

    /** Tells whether nothing waits and nothing runs. */
    boolean isEmpty() {
        return waiting.isEmpty() && driving.isEmpty() && programs.isEmpty();
    }

    /** Returns the runs that wait and those that are at work. */
    List<Run> all() {
        return Stream.concat(waiting.stream().map(Job::run), atWork()).toList();
    }

    /** Returns how many jobs and programs there are, and how many drivers in reserve for more. */
    DriverCounts counts(WarmDrivers reserve) {
        int ready = reserve.ready();
        return new DriverCounts(
                ready,
                reserve.running() - ready,
                driving.size(),
                waiting.size(),
                programs.size(),
                ProcessMemory.sum(Stream.concat(Stream.of(reserve.memory()), atWork().map(Run::memory))
                        .toList()));
    }

    private Stream<Run> atWork() {
        return Stream.concat(driving.stream(), programs.stream());
    }
}
