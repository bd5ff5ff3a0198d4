package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.yarn.YarnJob;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The threads that ask YARN for the ends of the runs whose spark-submit has gone. */
final class Followers implements AutoCloseable {
    private static final long ASK_MILLIS = 1000;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "yarn-followers");
        made.setDaemon(true);
        return made;
    });

    /** Follows a run until the run has ended or has been left. */
    void follow(Run run, YarnJob job) {
        run.follow();
        askLater(run, job);
    }

    private void askLater(Run run, YarnJob job) {
        try {
            var unused = thread.schedule(() -> ask(run, job), ASK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Laguna ends.
        }
    }

    private void ask(Run run, YarnJob job) {
        boolean goesOn = true;
        try {
            goesOn = run.goesOn(job.detached());
        } catch (EngineFailure e) {
            // YARN starts again: what runs on it goes on meanwhile.
        }
        if (goesOn) {
            askLater(run, job);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
