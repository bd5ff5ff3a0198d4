package io.laguna.engines.driver;

import io.laguna.engines.certificate.TrustedRoot;
import io.laguna.engines.process.ChildProcess;
import io.laguna.engines.process.JavaCommand;
import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.HiveMetastore;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The start of drivers' JVMs on one lake.
 *
 * @param metastoreUri the address of {@link HiveMetastore}
 * @param view the file system that its processes see
 */
record DriverJvm(Workspace workspace, S3Access s3, String metastoreUri, NodeView view) {
    private static final String NAME = "spark";
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** The packages that Spark's {@code JavaModuleOptions} opens to a driver on JDK 17. */
    static final List<String> OPENED = List.of(
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

    /**
     * Starts a driver with the plan's words.
     *
     * @throws io.laguna.engines.process.EngineFailure when this machine's own name has no address
     */
    ChildProcess submit(
            DriverPlan plan, JobEnvironment environment, Scratch scratch, Path folder, Path output, Path error) {
        OwnName.require(InetAddress::getLocalHost);
        List<String> options = options(plan.memory(), plan.effort().orElse(Effort.BRIEF), scratch);
        options.addAll(plan.javaOptions());
        List<String> words = JavaCommand.of(
                workspace, NAME, plan.classPath(), options, "io.laguna.engines.spark.Driver", plan.words());
        Map<String, String> variables = environment(environment.withVariables(plan.variables()), scratch);
        plan.libraryPath().ifPresent(path -> variables.put("LD_LIBRARY_PATH", path));
        return start(words, variables, environment.home().orElse(scratch.work()), scratch, folder, output, error);
    }

    /** Starts a JVM that gets ready for a job of the usual size. */
    ChildProcess prepare(
            MemorySize memory, int rounds, boolean catalog, String region, Scratch scratch, Path output, Path error) {
        List<String> words = JavaCommand.of(
                workspace,
                NAME,
                options(memory, Effort.BRIEF, scratch),
                "io.laguna.engines.spark.WarmDriver",
                List.of(scratch.handover().toString(), Integer.toString(rounds), Boolean.toString(catalog)));
        return start(
                words,
                environment(JobEnvironment.LAKE.in(region).at(scratch.home()), scratch),
                scratch.home(),
                scratch,
                scratch.work(),
                output,
                error);
    }

    /** Starts any other program. */
    ChildProcess run(Command command, Map<String, String> variables, Scratch scratch, Path output, Path error) {
        Path home = command.environment().home().orElse(scratch.work());
        Python.of(workspace).makeUserSite(home);
        return start(command.words(), variables, home, scratch, command.workingFolder(), output, error);
    }

    /** Starts Spark's history server on a port of loopback. */
    List<String> historyServer(Path events, int port) {
        return JavaCommand.of(
                workspace,
                NAME,
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dspark.history.fs.logDirectory=" + events.toUri(),
                        "-Dspark.history.ui.port=" + port,
                        "-Dspark.history.fs.update.interval=2s",
                        "-Dspark.ui.enabled=true"),
                "org.apache.spark.deploy.history.HistoryServer",
                List.of());
    }

    /**
     * Returns the variables of a driver. The lake's are over those of the job, which gets no other lake by them; the
     * settings of AWS clients and of Python are under them, but for Python's folders, which are before the job's own PATH.
     */
    Map<String, String> environment(JobEnvironment job, Scratch scratch) {
        Path home = view.home(job.home().orElse(scratch.work()));
        Python python = Python.of(workspace);
        Map<String, String> environment = new HashMap<>(s3.clients(job.region()));
        environment.putAll(python.variables(home));
        if (!workspace.isOnCluster()) {
            environment.putAll(TrustedRoot.variables(workspace));
        }
        environment.put("HUDI_CONF_DIR", workspace.hiveConf().toString());
        environment.putAll(job.variables());
        environment.compute("PATH", (name, path) -> python.path(path == null ? NodeView.path() : path, home));
        environment.putAll(s3.hadoop());
        environment.put("SPARK_CONF_DIR", workspace.hiveConf().toString());
        environment.put("HADOOP_CONF_DIR", workspace.hiveConf().toString());
        if (!workspace.isOnCluster()) {
            environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        }
        environment.put("SPARK_LOCAL_DIRS", scratch.temporary().toString());
        environment.put("LAGUNA_METASTORE_URI", metastoreUri);
        view.variables().forEach(environment::putIfAbsent);
        return environment;
    }

    private static List<String> options(MemorySize memory, Effort effort, Scratch scratch) {
        List<String> options = new ArrayList<>(List.of(
                memory.asJvmOption(),
                "-XX:+ExitOnOutOfMemoryError",
                // The last words of the JVM are for the log, not for the results.
                "-XX:+DisplayVMOutputToStderr",
                "-Djava.io.tmpdir=" + scratch.temporary(),
                "-Djdk.reflect.useDirectMethodHandle=false"));
        options.addAll(effort.options());
        OPENED.forEach(module -> options.add("--add-opens=" + module + "=ALL-UNNAMED"));
        return options;
    }

    /** Starts a process whose outputs are files of its own: nothing is lost when Laguna dies before it. */
    private ChildProcess start(
            List<String> words,
            Map<String, String> environment,
            Path home,
            Scratch scratch,
            Path folder,
            Path output,
            Path error) {
        List<String> seen = view.words(words, home, scratch.folder());
        return ChildProcess.start(
                new ChildProcess.Command(seen, environment, "TERM", GRACE, Optional.of(folder)),
                Redirect.appendTo(output.toFile()),
                Redirect.appendTo(error.toFile()));
    }
}
