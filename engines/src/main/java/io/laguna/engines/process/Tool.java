package io.laguna.engines.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program of an engine that runs to its end: initdb, the mariadb client. */
public final class Tool {
    private Tool() {}

    /**
     * The program's exit code and both outputs.
     *
     * @param output standard output and standard error together
     */
    public record Result(int exitCode, String output) {
        public boolean succeeded() {
            return exitCode == 0;
        }
    }

    public static Result run(List<String> words, Map<String, String> environment) {
        return run(words, environment, Path.of("/dev/null"));
    }

    public static Result run(List<String> words, Map<String, String> environment, Path input) {
        ProcessBuilder builder = ChildEnvironment.process(words, environment)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File(input.toString())));
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new EngineFailure("Cannot run " + words.get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("Interrupted while " + words.get(0) + " runs", e);
        }
    }

    /** Runs a program as {@link #run} does, and fails unless the program succeeds. */
    public static void check(String what, List<String> words, Map<String, String> environment, Path input) {
        Result result = run(words, environment, input);
        if (!result.succeeded()) {
            throw new EngineFailure(what + " failed with exit code " + result.exitCode() + ":\n"
                    + result.output().strip());
        }
    }
}
