package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The programs of this machine that a test runs to their end. */
final class Commands {
    private Commands() {}

    /** @param output standard output; standard error is in it where the program failed */
    record Result(int exitCode, String output) {}

    static Result run(Map<String, String> environment, String... words) {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            // Little, and in time: these programs do not fill the pipe of the one while we read the other.
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            return new Result(exitCode, exitCode == 0 ? output : output + error);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while " + List.of(words) + " runs", e);
        }
    }

    /** Runs a program that has to succeed, and returns what it prints. */
    static String check(Map<String, String> environment, String... words) {
        Result result = run(environment, words);
        assertThat(result.exitCode())
                .as(List.of(words) + ":\n" + result.output())
                .isZero();
        return result.output();
    }
}
