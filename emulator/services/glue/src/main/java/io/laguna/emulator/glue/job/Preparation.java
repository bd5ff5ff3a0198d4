package io.laguna.emulator.glue.job;

import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.GlueRuntime;
import io.laguna.engines.driver.Run;
import io.laguna.engines.process.EngineFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.glue.model.ExecutionClass;

/**
 * The work before a run has its driver: its script is fetched, its modules are installed, and its log begins with what
 * is otherwise than on AWS.
 *
 * @param settings what all runs have in common
 */
record Preparation(RunSettings settings, RunRecord run, Path folder, String token) {
    /** The file of the sentences that Laguna itself has on a run. */
    static final String NOTES = "notes";

    /**
     * Prepares the run, which may take its time, and returns what gives it to a driver.
     *
     * @throws EngineFailure when it cannot be prepared
     */
    Supplier<Run> prepare() {
        Arguments arguments = Arguments.of(run);
        Kind kind = Kind.of(run.job().command());
        note(arguments, kind);
        Path script = script(arguments, kind);
        Drivers drivers = settings.drivers().get();
        GlueRuntime runtime = settings.runtime().get();
        Modules modules = new Modules(settings, run, folder);
        return switch (kind) {
            case SPARK -> {
                SparkWork work = new SparkWork(settings, run, arguments, runtime, token);
                Optional<Path> home = modules.install(drivers, arguments);
                Path runner = ScriptRunner.put(folder.resolve("runner").toAbsolutePath());
                yield () -> drivers.submit(work.submission(runner, script, home), folder);
            }
            case PYTHON_SHELL -> {
                Optional<Path> home = modules.install(drivers, arguments);
                ShellWork work = new ShellWork(settings, run, arguments, runtime);
                List<String> path = work.fetch(folder.resolve("lib"));
                yield () -> drivers.run(work.command(script, path, home, folder.resolve("work")), folder);
            }
        };
    }

    /** Fetches the script, and gives it the ending by which Spark knows its language. */
    private Path script(Arguments arguments, Kind kind) {
        String location = arguments
                .value(Parameter.SCRIPT)
                .filter(given -> given.startsWith("s3"))
                .orElseGet(() -> run.job().command().scriptLocation());
        S3Files.Place place = S3Files.Place.of(location);
        String ending = kind == Kind.SPARK && SparkWork.isScala(arguments) ? ".scala" : ".py";
        String name = place.name().endsWith(ending) ? place.name() : place.name() + ending;
        Path script = script(folder).resolve(name);
        settings.files().fetch(place, script);
        return script;
    }

    /** Returns the folder that holds a run's script and nothing else. */
    static Path script(Path folder) {
        return folder.resolve("script").toAbsolutePath();
    }

    private void note(Arguments arguments, Kind kind) {
        StringBuilder notes = new StringBuilder();
        notes.append(
                        kind == Kind.SPARK
                                ? GlueVersion.of(run.job().glueVersion()).note()
                                : "A Python shell job has Python 3.9 on AWS; this run has Python 3.11.")
                .append('\n');
        arguments.parameters().filter(Parameter::isWithoutEffect).forEach(parameter -> notes.append(parameter.note())
                .append('\n'));
        Optional.ofNullable(run.run().securityConfiguration())
                .ifPresent(name -> notes.append("The security configuration ")
                        .append(name)
                        .append(" has no effect in Laguna: nothing is encrypted.\n"));
        write(notes.toString());
    }

    /** Notes what the run would have cost on AWS, with the capacity that it asked for. */
    void noteCost(long seconds) {
        double dpu = run.run().maxCapacity();
        boolean isFlexible = run.run().executionClass() == ExecutionClass.FLEX;
        write(
                "The run took %d s. On AWS, %s DPU would have cost %s dollars for this time.%n"
                        .formatted(seconds, dpu, settings.price().of(dpu, seconds, isFlexible)),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private void write(String text, OpenOption... options) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(NOTES), text, options);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into " + folder, e);
        }
    }
}
