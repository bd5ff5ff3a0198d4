package io.laguna.emulator.jobs;

import io.laguna.engines.driver.RunOutcome;

/** A job of a service, which {@link RunningJobs} takes from its driver to its end in the service's state. */
public interface Job {
    /** Returns the id that the service has given the job. */
    String id();

    /** Returns what runs the job. */
    Execution execution();

    /** Runs the job to its end and delivers its logs: the last thing is {@link Execution#end}. */
    RunOutcome run();

    /** Writes into the state how the job has ended. Called again when it fails, until the state takes it. */
    void keep(RunOutcome outcome);

    /** Tells the service that the end of the job is in its state. */
    void ended();
}
