package io.laguna.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs Spark jobs and other programs, each in a process of its own, configured by {@code hive-conf/local}. */
public final class Drivers implements AutoCloseable {
    private static final String NAME = "spark";
    private static final DateTimeFormatter LOG_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS");

    /** What Spark's {@code JavaModuleOptions} gives a driver on JDK 17. */
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/jdk.internal.ref",
            "java.base/sun.nio.ch",
            "java.base/sun.nio.cs",
            "java.base/sun.security.action",
            "java.base/sun.util.calendar",
            "java.security.jgss/sun.security.krb5");

    private final Workspace workspace;
    private final S3Access s3;
    private final String metastoreUri;
    private final DriverSettings settings;
    private final Set<Run> running = ConcurrentHashMap.newKeySet();

    /**
     * Drivers that work on one lake.
     *
     * @param metastoreUri the address of {@link HiveMetastore}
     */
    public Drivers(Workspace workspace, S3Access s3, String metastoreUri, DriverSettings settings) {
        this.workspace = workspace;
        this.s3 = s3;
        this.metastoreUri = metastoreUri;
        this.settings = settings;
    }

    /** As {@link #submit(SparkSubmission, Path)}, with the outputs kept in {@code logs/drivers/}. */
    public Run submit(SparkSubmission submission) {
        String run = LOG_TIME.format(LocalDateTime.now(ZoneOffset.UTC)) + "-" + submission.name();
        return submit(submission, workspace.logs().resolve("drivers").resolve(run));
    }

    /**
     * Lets a driver run the job as soon as there is a place for it.
     *
     * @param folder where {@code stdout} and {@code stderr} of the run are kept; made when it is not there
     */
    public Run submit(SparkSubmission submission, Path folder) {
        Path scratch = folder(workspace.state().resolve("spark"));
        return start(command(submission, scratch), environment(submission.environment(), scratch), folder);
    }

    /**
     * Runs a program at once.
     *
     * @param folder where {@code stdout} and {@code stderr} of the run are kept; made when it is not there
     */
    public Run run(Command command, Path folder) {
        Path scratch = folder(workspace.state().resolve("spark"));
        folder(command.workingFolder());
        return start(command.words(), environment(command.environment(), scratch), folder);
    }

    /** Stops everything that runs. */
    @Override
    public void close() {
        running.forEach(Run::stop);
    }

    private Run start(List<String> words, Map<String, String> environment, Path folder) {
        Path output = folder(folder).resolve("stdout");
        Path error = folder.resolve("stderr");
        ChildProcess process = ChildProcess.start(
                new ChildProcess.Command(words, environment, "TERM", Duration.ofSeconds(5)),
                Redirect.to(output.toFile()),
                Redirect.PIPE);
        Run run = new Run(process, output, error);
        running.add(run);
        return run;
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        }
    }

    private List<String> command(SparkSubmission submission, Path scratch) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + settings.memory(),
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + scratch,
                "-Djdk.reflect.useDirectMethodHandle=false"));
        options.addAll(Effort.BRIEF.options());
        OPENED.forEach(module -> options.add("--add-opens=" + module + "=ALL-UNNAMED"));
        List<String> arguments = new ArrayList<>(List.of("--master", "local[*]"));
        submission.environment().spark().forEach((key, value) -> {
            arguments.add("--conf");
            arguments.add(key + "=" + value);
        });
        submission.environment().hadoop().forEach((key, value) -> {
            arguments.add("--conf");
            arguments.add("spark.hadoop." + key + "=" + value);
        });
        arguments.addAll(submission.arguments());
        return JavaCommand.of(workspace, NAME, options, "org.apache.spark.deploy.SparkSubmit", arguments);
    }

    private Map<String, String> environment(JobEnvironment job, Path scratch) {
        Map<String, String> environment = new HashMap<>(job.variables());
        environment.put("SPARK_CONF_DIR", workspace.hiveConf().toString());
        environment.put("HADOOP_CONF_DIR", workspace.hiveConf().toString());
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("SPARK_LOCAL_DIRS", scratch.toString());
        environment.putAll(s3.environment());
        environment.put("LAGUNA_METASTORE_URI", metastoreUri);
        return environment;
    }
}
