package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.job.error.ErrorMessage;
import io.laguna.emulator.glue.job.error.ServiceWords;
import io.laguna.engines.driver.PythonError;
import io.laguna.engines.driver.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The reasons of failed runs, in Glue's words. */
final class RunFailure {
    private RunFailure() {}

    /**
     * Returns the message of a run.
     *
     * @param folder of the run's script and outputs
     */
    static String of(RunRecord run, RunOutcome.Failed failure, Path folder) {
        if (failure.kind() == RunOutcome.Kind.NOT_STARTED) {
            return "LAUNCH ERROR | " + failure.reason();
        }
        if (Kind.of(run.job().command()) == Kind.PYTHON_SHELL) {
            return "Command failed with exit code " + failure.exitCode();
        }
        return PythonError.in(folder.resolve("stdout"), folder.resolve("stderr"))
                .filter(error -> failure.kind() == RunOutcome.Kind.EXCEPTION || isExit(error, failure))
                .map(error -> ErrorMessage.of(error, script(folder), words(run)))
                .orElseGet(() -> ErrorMessage.of(failure))
                .shown();
    }

    private static ServiceWords words(RunRecord run) {
        return GlueVersion.of(run.job().glueVersion()).isAtLeast(GlueVersion.V5_0)
                ? ServiceWords.SECOND
                : ServiceWords.FIRST;
    }

    /** Tells whether a process ended by an exit of its script, which has the script's line. */
    private static boolean isExit(PythonError error, RunOutcome.Failed failure) {
        return failure.kind() == RunOutcome.Kind.EXITED && error.type().equals("SystemExit");
    }

    private static String script(Path folder) {
        try (Stream<Path> files = Files.list(Preparation.script(folder))) {
            return files.map(file -> file.getFileName().toString()).findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
