package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.lake.LakeAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The command line in a process of its own, on a lake of its own, as {@code ./laguna} starts it. */
final class LagunaCommand {
    /** The value of {@code LAGUNA_ATHENA} for a lake that is as one without the variable. */
    static final String UNSET = "";

    private static final long DEADLINE_MINUTES = 6;

    private final Path lake;
    private final Map<String, String> variables;

    LagunaCommand(Path lake) {
        this(lake, Map.of());
    }

    /**
     * Creates a command line.
     *
     * @param variables of its environment, beside those of this process
     */
    LagunaCommand(Path lake, Map<String, String> variables) {
        this.lake = lake;
        this.variables = variables;
    }

    /**
     * A command that ended.
     *
     * @param output standard output and standard error together
     */
    record Result(int exitCode, String output) {}

    /** A command that runs. */
    record Running(Process process, Path output) {
        String outputSoFar() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Result await() {
            try {
                if (!process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new AssertionError("Still running after " + DEADLINE_MINUTES + " minutes:\n" + outputSoFar());
                }
                return new Result(process.exitValue(), outputSoFar());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted", e);
            }
        }
    }

    Result run(String... arguments) {
        return start(arguments).await();
    }

    /** Starts {@code up} in the foreground, and returns once it answers. */
    Running up() {
        Running laguna = start("up", "--foreground");
        try {
            Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> {
                assertThat(laguna.process().isAlive()).as(laguna.outputSoFar()).isTrue();
                return LakeAddresses.of(lake.resolve(".laguna"))
                        .filter(addresses ->
                                addresses.processId() == laguna.process().pid())
                        .isPresent();
            });
            return laguna;
        } catch (ConditionTimeoutException | AssertionError e) {
            // A lake left running would outlive the tests.
            laguna.process().destroy();
            throw e;
        }
    }

    Running start(String... arguments) {
        try {
            List<String> words = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dlaguna.home=" + home(),
                    "-cp",
                    classPath(),
                    "io.laguna.emulator.cli.Laguna"));
            words.addAll(List.of(arguments));
            Path output = Files.createTempFile("laguna", ".out");
            // Tests read it after the command has ended.
            output.toFile().deleteOnExit();
            ProcessBuilder builder = new ProcessBuilder(words)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(variables);
            builder.environment().put("LAGUNA_LAKE", lake.toString());
            // A lake that somebody keeps up beside the tests may have the usual port.
            builder.environment().putIfAbsent("LAGUNA_ENDPOINT_PORT", "0");
            // Most tests ask Athena nothing, and many lakes are up at once.
            builder.environment().putIfAbsent("LAGUNA_ATHENA", "false");
            builder.environment().remove("LAGUNA_ATHENA", UNSET);
            return new Running(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the class path that the build made for {@code ./laguna}; these tests have more on theirs. */
    private static String classPath() throws IOException {
        Path built = home().resolve("emulator/cli/target");
        return built.resolve("classes") + ":"
                + Files.readString(built.resolve("classpath")).strip();
    }

    static Path home() {
        return Path.of(System.getProperty("laguna.home"));
    }
}
