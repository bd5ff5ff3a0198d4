package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.security.SecurityConfigurations;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.GlueClient;

/** The part of Glue that has jobs, runs and bookmarks. One per process; every account has its own jobs in every region. */
public final class Jobs implements AutoCloseable {
    private final State state;
    private final Clock clock;
    private final Dispatcher dispatcher;

    private Jobs(State state, Clock clock, Dispatcher dispatcher) {
        this.state = state;
        this.clock = clock;
        this.dispatcher = dispatcher;
    }

    /**
     * Opens the jobs, and goes on with the runs that an earlier process left.
     *
     * @param state closed by whoever opened it
     * @param folder of the runs' files
     */
    public static Jobs open(State state, RunSettings settings, Path folder) {
        return open(state, settings, folder, Clock.systemUTC());
    }

    static Jobs open(State state, RunSettings settings, Path folder, Clock clock) {
        Endings endings = new Endings(state, clock);
        Dispatcher dispatcher = new Dispatcher(
                state, clock, endings, ended -> new Attempts(run -> Attempt.of(run, settings, folder, endings, ended)));
        dispatcher.start();
        return new Jobs(state, clock, dispatcher);
    }

    /** Returns the rooms of jobs, as a caller sees them. */
    public List<GlueClient> rooms(Caller caller) {
        return List.of(
                new JobDefinitions(caller, state, clock),
                new JobRuns(caller, state, dispatcher),
                new JobRunReads(caller, state),
                new Bookmarks(caller, state),
                new SecurityConfigurations(caller, state, clock));
    }

    /**
     * Checks that there is a job.
     *
     * @throws software.amazon.awssdk.services.glue.model.EntityNotFoundException when there is none of the name
     */
    public void require(Caller caller, String name) {
        if (state.read(handle -> new JobRecords(handle).find(JobKey.of(caller, name)))
                .isEmpty()) {
            throw JobFailures.noJob(name);
        }
    }

    /** Returns the way by which drivers reach their bookmarks. */
    public BookmarkDoor bookmarks() {
        return new BookmarkDoor(state, dispatcher.attempts());
    }

    /** Returns the way by which triggers start runs. */
    public TriggeredRuns triggered() {
        return new TriggeredRuns(dispatcher);
    }

    /** Returns the secret of a run that is at work. */
    Optional<String> token(String run) {
        return dispatcher.attempts().find(run).map(Attempt::token);
    }

    /** Stops the drivers of runs: they are FAILED when the jobs are opened again. */
    @Override
    public void close() {
        dispatcher.close();
    }
}
