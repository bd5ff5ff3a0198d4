package io.laguna.engines.driver;

import io.laguna.engines.certificate.TrustedRoot;
import io.laguna.engines.process.JavaCommand;
import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.HiveMetastore;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files and variables by which a process of this machine finds what it would find on a node of a cluster: the
 * commands of {@code engines/spark/bin} on its path, Hadoop's and Spark's configuration, the endpoint for AWS clients.
 */
final class Toolbox {
    private static final String ENGINE = "spark";
    /** The user of steps on EMR, and the home of relative paths in {@code hdfs:///}. */
    private static final String USER = "hadoop";
    /** The properties of MapReduce by which YARN knows its jobs as it knows those of Spark. */
    private static final Map<String, String> MAPREDUCE =
            Map.of("mapreduce.job.queuename", "spark.yarn.queue", "mapreduce.job.tags", "spark.yarn.tags");

    private final Workspace workspace;
    private final S3Access s3;
    private final String metastoreUri;
    private final String driverMemory;
    private final NodeView view;

    /**
     * Creates the tools of one lake.
     *
     * @param metastoreUri the address of {@link HiveMetastore}
     * @param driverMemory the heap of a driver that does not ask for another, as the JVM writes it: {@code 2g}
     * @param view the file system that processes see
     */
    Toolbox(Workspace workspace, S3Access s3, String metastoreUri, String driverMemory, NodeView view) {
        this.workspace = workspace;
        this.s3 = s3;
        this.metastoreUri = metastoreUri;
        this.driverMemory = driverMemory;
        this.view = view;
    }

    /**
     * Returns the variables of a process that works in an environment.
     *
     * @param folder of the process's run; the configuration goes below it, readable by its owner only
     * @param scratch for temporary files
     */
    Map<String, String> environment(JobEnvironment job, Path folder, Path scratch) {
        Path tools = folder.resolve("tools").toAbsolutePath();
        try {
            write(job, tools, scratch);
            if (job.hdfs().isPresent()) {
                Files.createDirectories(job.hdfs().get().resolve("user").resolve(USER));
                Files.createDirectories(job.hdfs().get().resolve("tmp"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the configuration of a command into " + tools + ": " + e, e);
        }
        return variables(job, tools, scratch);
    }

    private Map<String, String> variables(JobEnvironment job, Path tools, Path scratch) {
        Python python = Python.of(workspace);
        Path home = view.home(job.home().orElse(scratch));
        Map<String, String> variables = new HashMap<>(s3.hadoop());
        variables.putAll(s3.clients(job.region()));
        variables.put("LAGUNA_METASTORE_URI", metastoreUri);
        variables.put("LAGUNA_TOOLS", tools.toString());
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("HADOOP_CONF_DIR", tools.toString());
        variables.put("SPARK_CONF_DIR", tools.toString());
        variables.put("HUDI_CONF_DIR", workspace.hiveConf().toString());
        variables.putAll(view.variables());
        variables.putAll(python.variables(home));
        if (!workspace.isOnCluster()) {
            variables.put("SPARK_LOCAL_IP", "127.0.0.1");
            variables.putAll(TrustedRoot.variables(workspace));
        }
        variables.put("SPARK_LOCAL_DIRS", scratch.toString());
        // Settings that a script makes by `aws configure` last as long as the script.
        variables.put("AWS_CONFIG_FILE", tools.resolve("aws-config").toString());
        variables.put(
                "AWS_SHARED_CREDENTIALS_FILE", tools.resolve("aws-credentials").toString());
        if (job.hdfs().isPresent()) {
            variables.put("HADOOP_USER_NAME", USER);
        }
        variables.putAll(job.variables());
        python.settle(variables);
        String path = job.variables().getOrDefault("PATH", NodeView.path());
        // A node of a cluster has the commands on its path, and more of them.
        variables.put(
                "PATH",
                workspace.isOnCluster()
                        ? path
                        : workspace.home().resolve("engines/spark/bin") + File.pathSeparator + python.path(path, home));
        return variables;
    }

    private void write(JobEnvironment job, Path tools, Path scratch) throws IOException {
        Files.createDirectories(
                tools, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Map<String, String> hadoop = new TreeMap<>(job.hadoopProperties());
        if (workspace.isOnCluster()) {
            MAPREDUCE.forEach(
                    (property, spark) -> Optional.ofNullable(job.spark().get(spark))
                            .ifPresent(value -> hadoop.putIfAbsent(property, value)));
        }
        Files.writeString(tools.resolve("core-site.xml"), site("core-site.xml", hadoop));
        // Hive reads its own file after Hadoop's: what the environment says has to stand in both.
        Files.writeString(tools.resolve("hive-site.xml"), site("hive-site.xml", hadoop));
        if (Files.exists(conf("mapred-site.xml"))) {
            Files.writeString(tools.resolve("mapred-site.xml"), site("mapred-site.xml", hadoop));
        }
        for (String site : List.of("hdfs-site.xml", "yarn-site.xml")) {
            if (Files.exists(conf(site))) {
                Files.copy(conf(site), tools.resolve(site), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(
                tools.resolve("log4j2.properties"),
                Files.readString(conf("log4j2.properties"))
                        + QUIET_WITHOUT_NATIVE
                        + SYSLOG.formatted(tools.resolveSibling("syslog")));
        Properties spark = new Properties();
        try (Reader defaults = Files.newBufferedReader(conf("spark-defaults.conf"))) {
            spark.load(defaults);
        }
        if (workspace.isOnCluster()) {
            job.containers().forEach(spark::setProperty);
        }
        job.spark().forEach(spark::setProperty);
        try (Writer to = Files.newBufferedWriter(tools.resolve("spark-defaults.conf"))) {
            spark.store(to, null);
        }
        Files.write(tools.resolve("java.args"), javaArguments(tools, scratch));
        Files.write(tools.resolve("driver.args"), driverArguments());
        NodeFiles files = new NodeFiles(workspace);
        Files.write(tools.resolve("node-files"), files.lines());
        Files.write(
                tools.resolve("node-jars"), job.jars().stream().map(files::here).toList());
    }

    /** The setting that silences a warning: Hadoop's native library is on a cluster, and not in a jar. */
    private static final String QUIET_WITHOUT_NATIVE =
            """
            logger.native.name=org.apache.hadoop.util.NativeCodeLoader
            logger.native.level=error
            """;

    /**
     * The settings by which MapReduce tells of a job's progress, result and counters, on standard error and in the file
     * that EMR keeps beside it: clients such as mrjob read them there.
     *
     * @see <a href="https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-manage-view-web-log-files.html">syslog</a>
     */
    private static final String SYSLOG =
            """
            appender.syslog.type=File
            appender.syslog.name=syslog
            appender.syslog.fileName=%s
            appender.syslog.createOnDemand=true
            appender.syslog.layout.type=PatternLayout
            appender.syslog.layout.pattern=%%d{yyyy-MM-dd HH:mm:ss,SSS} %%p %%c (%%t): %%m%%n
            logger.job.name=org.apache.hadoop.mapreduce.Job
            logger.job.level=info
            logger.job.appenderRef.syslog.ref=syslog
            """;

    private List<String> driverArguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("-Xmx" + driverMemory);
        arguments.add("-XX:+ExitOnOutOfMemoryError");
        arguments.add("-Djdk.reflect.useDirectMethodHandle=false");
        DriverJvm.OPENED.forEach(module -> arguments.add("--add-opens=" + module + "=ALL-UNNAMED"));
        return arguments;
    }

    private List<String> javaArguments(Path tools, Path scratch) {
        Path target = workspace.engineBuild(ENGINE);
        List<String> arguments = new ArrayList<>(Effort.BRIEF.options());
        arguments.addAll(JavaCommand.archived(target.resolve("classes.jsa")));
        arguments.add("-Djava.io.tmpdir=" + scratch);
        arguments.add("-cp");
        // The jars first: see JavaCommand.
        arguments.add(Stream.concat(workspace.jars(ENGINE).stream(), Stream.of(target.resolve("classes"), tools))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        return arguments.stream().map(Toolbox::quoted).toList();
    }

    /** Quotes an argument as the {@code java} launcher reads it in a file of arguments. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private Path conf(String name) {
        return workspace.hiveConf().resolve(name);
    }

    /** Returns the site file of this machine with more properties at its end: Hadoop takes the last one of a name. */
    private String site(String name, Map<String, String> properties) {
        String own = properties.entrySet().stream()
                .map(property -> "<property><name>" + escaped(property.getKey()) + "</name><value>"
                        + escaped(property.getValue()) + "</value></property>\n")
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\"?>\n<configuration xmlns:xi=\"http://www.w3.org/2001/XInclude\">\n<xi:include href=\""
                + escaped(conf(name).toUri().toString()) + "\"/>\n" + own + "</configuration>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
