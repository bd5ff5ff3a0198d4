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

/** Runs each Spark job by {@code spark-submit} in a JVM of its own, configured by {@code hive-conf/local}. */
public final class SparkDrivers {
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
    private final String memory;

    /**
     * Drivers that work on one lake.
     *
     * @param metastoreUri the address of {@link HiveMetastore}
     * @param memory the heap of a driver as the JVM writes it: {@code 2g}
     */
    public SparkDrivers(Workspace workspace, S3Access s3, String metastoreUri, String memory) {
        this.workspace = workspace;
        this.s3 = s3;
        this.metastoreUri = metastoreUri;
        this.memory = memory;
    }

    /** Starts a driver for the job. Its outputs are kept in {@code logs/drivers/}. */
    public DriverRun submit(SparkJob job) {
        String run = LOG_TIME.format(LocalDateTime.now(ZoneOffset.UTC)) + "-" + job.name();
        Path folder = workspace.logs().resolve("drivers");
        try {
            Files.createDirectories(folder);
            Path scratch = Files.createDirectories(workspace.state().resolve("spark"));
            Path output = folder.resolve(run + ".stdout");
            Path error = folder.resolve(run + ".stderr");
            ChildProcess.Command command = new ChildProcess.Command(
                    command(job, scratch), environment(job, scratch), "TERM", Duration.ofSeconds(5));
            ChildProcess process = ChildProcess.start(command, Redirect.to(output.toFile()), Redirect.PIPE);
            return new DriverRun(process, output, error);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the driver's outputs in " + folder, e);
        }
    }

    private List<String> command(SparkJob job, Path scratch) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + memory,
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + scratch,
                "-Djdk.reflect.useDirectMethodHandle=false"));
        options.addAll(job.effort().options());
        OPENED.forEach(module -> options.add("--add-opens=" + module + "=ALL-UNNAMED"));
        List<String> arguments = new ArrayList<>(List.of(
                "--master",
                "local[*]",
                "--name",
                job.name(),
                "--class",
                job.mainClass(),
                job.jar().toString()));
        arguments.addAll(job.arguments());
        return JavaCommand.of(workspace, NAME, options, "org.apache.spark.deploy.SparkSubmit", arguments);
    }

    private Map<String, String> environment(SparkJob job, Path scratch) {
        Map<String, String> environment = new HashMap<>(job.environment());
        environment.put("SPARK_CONF_DIR", workspace.hiveConf().toString());
        environment.put("HADOOP_CONF_DIR", workspace.hiveConf().toString());
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("SPARK_LOCAL_DIRS", scratch.toString());
        environment.putAll(s3.environment());
        environment.put("LAGUNA_METASTORE_URI", metastoreUri);
        return environment;
    }
}
