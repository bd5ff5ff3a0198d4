package io.laguna.emulator.glue.job;

import io.laguna.emulator.jobs.Execution;
import io.laguna.emulator.jobs.RunningJobs;
import java.util.Optional;
import java.util.function.Function;

/** The runs that are at work in this process. A driver ends with Laguna, on the cluster too. */
final class Attempts implements AutoCloseable {
    private final RunningJobs<Attempt> running = new RunningJobs<>("glue", Execution::stop);
    private final Function<RunRecord, Attempt> make;

    /**
     * Creates the attempts, of which none runs.
     *
     * @param make makes an attempt of a run
     */
    Attempts(Function<RunRecord, Attempt> make) {
        this.make = make;
    }

    void begin(RunRecord run) {
        running.begin(make.apply(run));
    }

    Optional<Attempt> find(String run) {
        return running.find(run);
    }

    /** Stops a run, without waiting for it. */
    void stop(String run) {
        running.stop(run);
    }

    /** Stops a run that has taken too long, without waiting for it. */
    void timeOut(Attempt attempt) {
        attempt.timesOut();
        running.stop(attempt.id());
    }

    /** Stops the drivers. Their runs stay RUNNING in the state: the next opening finds them so. */
    @Override
    public void close() {
        running.close();
    }
}
