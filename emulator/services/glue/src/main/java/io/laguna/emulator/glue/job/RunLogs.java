package io.laguna.emulator.glue.job;

import io.laguna.emulator.jobs.Execution;
import io.laguna.emulator.kit.work.Worker;
import io.laguna.engines.driver.ExecutorLogs;
import io.laguna.engines.driver.ExecutorLogs.Executor;
import io.laguna.engines.driver.Run;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outputs of a run on their way into CloudWatch Logs, while the run goes on. */
final class RunLogs {
    private static final Logger LOG = LoggerFactory.getLogger(RunLogs.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final RunRecord run;
    private final Execution execution;
    private final LogPlaces places;
    private final List<LogTail> driver;
    private final Map<String, List<LogTail>> executors = new HashMap<>();
    private final Worker worker;

    private RunLogs(RunRecord run, Execution execution, LogPlaces places) {
        this.run = run;
        this.execution = execution;
        this.places = places;
        this.driver = places.ofDriver(execution.logs().folder());
        this.worker = new Worker("glue-logs-" + run.id(), () -> {
            move(false);
            return Optional.of(BEAT);
        });
    }

    /** Begins to follow the outputs of a run. */
    static RunLogs follow(RunSettings settings, RunRecord run, Execution execution) {
        LogPlaces places = new LogPlaces(settings.logs().apply(run.caller()), run);
        RunLogs following = new RunLogs(run, execution, places);
        following.worker.start();
        return following;
    }

    /** Delivers what is left. Logs that cannot be delivered do not change how the run ends. */
    void finish() {
        worker.close();
        try {
            move(true);
        } catch (RuntimeException e) {
            LOG.warn("The logs of job run {} are not whole", run.id(), e);
        }
    }

    /** Moves what is new, in one thread at a time: a turn that asks nodes which do not answer may outlast the run. */
    private synchronized void move(boolean end) {
        driver.forEach(tail -> tail.move(end));
        for (Executor executor : execution
                .driver()
                .flatMap(Run::executorLogs)
                .map(ExecutorLogs::bring)
                .orElse(List.of())) {
            executors
                    .computeIfAbsent(executor.number(), number -> places.ofExecutor(executor))
                    .forEach(tail -> tail.move(end));
        }
    }
}
