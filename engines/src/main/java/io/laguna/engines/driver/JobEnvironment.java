package io.laguna.engines.driver;

import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The environment that a cluster gives the jobs that run on it.
 *
 * @param hdfs the folder that {@code hdfs:///} is; without one the default file system is the configuration's: the local
 *     one, or the cluster's HDFS
 * @param hadoop properties over those of {@link Workspace#hiveConf}: core-site's, hive-site's
 * @param spark Spark properties over {@code spark-defaults.conf}; a job's own {@code --conf} is over them
 * @param variables exported to the processes; a job that needs some starts in a JVM of its own. The place for secrets
 * @param region the region in which AWS clients of the job work: the cluster's, as on an instance of EMR
 * @param jars on the class path of every Spark job, by their paths on a node of EMR or as Spark takes them
 * @param home the folder that {@code /home/hadoop} is, and that every job of the cluster shares
 */
public record JobEnvironment(
        Optional<Path> hdfs,
        Map<String, String> hadoop,
        Map<String, String> spark,
        Map<String, String> variables,
        String region,
        List<String> jars,
        Optional<Path> home) {
    /** The environment of a job on the lake as it is. */
    public static final JobEnvironment LAKE = new JobEnvironment(Optional.empty(), Map.of(), Map.of(), Map.of());

    public JobEnvironment {
        hadoop = Map.copyOf(hadoop);
        spark = Map.copyOf(spark);
        variables = Map.copyOf(variables);
        jars = List.copyOf(jars);
    }

    /** Creates an environment in the lake's own region. */
    public JobEnvironment(
            Optional<Path> hdfs, Map<String, String> hadoop, Map<String, String> spark, Map<String, String> variables) {
        this(hdfs, hadoop, spark, variables, S3Access.REGION, List.of(), Optional.empty());
    }

    /** Returns this environment in another region. */
    public JobEnvironment in(String other) {
        return new JobEnvironment(hdfs, hadoop, spark, variables, other, jars, home);
    }

    /** Returns this environment with more variables. */
    public JobEnvironment withVariables(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(more);
        return new JobEnvironment(hdfs, hadoop, spark, all, region, jars, home);
    }

    /** Returns this environment with more Spark properties. */
    public JobEnvironment withSpark(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(spark);
        all.putAll(more);
        return new JobEnvironment(hdfs, hadoop, all, variables, region, jars, home);
    }

    /**
     * Returns this environment for a job whose driver is a container on AWS, as it is in EMR Serverless and Glue: its files
     * and archives are in its working folder, wherever it runs here.
     */
    public JobEnvironment withFilesForDriver() {
        return withSpark(Map.of("spark.laguna.driver.files", "true"));
    }

    /** Returns this environment with these Spark properties and no others. */
    JobEnvironment onlyWithSpark(Map<String, String> properties) {
        return new JobEnvironment(hdfs, hadoop, properties, variables, region, jars, home);
    }

    /** Returns this environment with jars on the class path of its Spark jobs. */
    public JobEnvironment withJars(List<String> more) {
        return new JobEnvironment(hdfs, hadoop, spark, variables, region, more, home);
    }

    /** Returns this environment with a folder for {@code /home/hadoop}. */
    public JobEnvironment at(Path folder) {
        return new JobEnvironment(hdfs, hadoop, spark, variables, region, jars, Optional.of(folder));
    }

    /**
     * Returns the Spark properties that tell the region to containers of a cluster; what else an AWS client needs, the
     * containers have from their node.
     */
    Map<String, String> containers() {
        Map<String, String> properties = new TreeMap<>();
        for (String variable : List.of("AWS_REGION", "AWS_DEFAULT_REGION")) {
            properties.put("spark.yarn.appMasterEnv." + variable, region);
            properties.put("spark.executorEnv." + variable, region);
        }
        return properties;
    }

    /**
     * Returns everything that Hadoop has to be told beside {@link Workspace#hiveConf}: {@link #hadoop}, and what makes
     * {@code hdfs:///} the folder {@link #hdfs} and the default file system, as on a cluster.
     */
    public Map<String, String> hadoopProperties() {
        Map<String, String> properties = new TreeMap<>();
        hdfs.ifPresent(folder -> {
            properties.put("fs.defaultFS", "hdfs:///");
            properties.put("fs.hdfs.impl", "io.laguna.engines.spark.HdfsFolder");
            properties.put("fs.AbstractFileSystem.hdfs.impl", "io.laguna.engines.spark.HdfsFolderContext");
            String place = folder.toAbsolutePath().normalize().toString();
            properties.put("laguna.hdfs.folder", place);
            // Where EMR has it, so that files of -files go through the file system that a job's other paths are in.
            properties.put("mapreduce.jobtracker.staging.root.dir", place + "/tmp/hadoop-yarn/staging");
        });
        properties.putAll(hadoop);
        return Map.copyOf(properties);
    }

    /** Returns the environment without the variables, which may hold secrets. */
    @Override
    public String toString() {
        return "hdfs " + hdfs + ", hadoop " + hadoop.keySet() + ", spark " + spark.keySet();
    }
}
