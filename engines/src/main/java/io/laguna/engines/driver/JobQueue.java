package io.laguna.engines.driver;

import io.laguna.engines.process.ProcessMemory;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The jobs that wait for a place and those that have one, with the programs that need no place. The lock of {@link Drivers}
 * guards the queue.
 */
final class JobQueue {
    private final int places;
    private final FurtherPlaces further;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Map<Run, Instant> driving = new HashMap<>();
    private final Set<Run> programs = new HashSet<>();

    /**
     * Creates an empty queue.
     *
     * @param places the number of jobs that run at one time
     * @param further the places beyond those
     */
    JobQueue(int places, FurtherPlaces further) {
        this.places = places;
        this.further = further;
    }

    /**
     * A Spark job and its run.
     *
     * @param since when it was submitted
     */
    record Job(Run run, SparkSubmission submission, Instant since) {}

    /** Adds a job behind all others. */
    void add(Run run, SparkSubmission submission) {
        waiting.add(new Job(run, submission, further.now()));
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
        if (waiting.isEmpty() || (driving.size() >= places && !further.mayBegin(waiting.element(), driving))) {
            return Optional.empty();
        }
        Job next = waiting.remove();
        driving.put(next.run(), further.now());
        return Optional.of(next);
    }

    /** Tells whether a job waits. */
    boolean isWaitedIn() {
        return !waiting.isEmpty();
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
        return Stream.concat(driving.keySet().stream(), programs.stream());
    }
}
