package io.laguna.engines.spark;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.IOUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.yarn.api.protocolrecords.GetApplicationsRequest;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.LogAggregationStatus;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.exceptions.YarnException;
import org.apache.hadoop.yarn.logaggregation.AggregatedLogFormat.LogKey;
import org.apache.hadoop.yarn.logaggregation.AggregatedLogFormat.LogReader;
import org.apache.hadoop.yarn.logaggregation.LogAggregationUtils;
import org.apache.hadoop.yarn.logaggregation.filecontroller.LogAggregationFileController;
import org.apache.hadoop.yarn.logaggregation.filecontroller.LogAggregationFileControllerFactory;

/**
 * A program that copies the logs of applications' containers, which YARN collects in HDFS, to where EMR has them:
 * {@code <log URI>/<cluster>/containers/<application>/<container>/stderr.gz}. It copies those of a node as soon as they
 * are collected: YARN does not tell of an application's end of collecting for ten minutes if a container was given to it
 * on a node and never began there.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-manage-view-web-log-files.html">Log files</a>
 */
public final class ContainerLogs {
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Set<LogAggregationStatus> COLLECTED = Set.of(
            LogAggregationStatus.SUCCEEDED,
            LogAggregationStatus.FAILED,
            LogAggregationStatus.TIME_OUT,
            LogAggregationStatus.DISABLED);

    private final Configuration configuration;
    private final GetApplicationsRequest applications;
    private final Path target;
    private final LogAggregationFileController collected;
    private final Set<Path> copied = new HashSet<>();

    private ContainerLogs(Configuration configuration, String tag, Path target) {
        this.configuration = configuration;
        this.applications = GetApplicationsRequest.newInstance();
        this.applications.setApplicationTags(Set.of(tag));
        this.target = target;
        this.collected = new LogAggregationFileControllerFactory(configuration).getFileControllerForWrite();
    }

    /**
     * Copies logs until YARN has collected all.
     *
     * @param arguments the tag of the applications, the folder {@code containers}
     */
    public static void main(String[] arguments) throws IOException, YarnException, InterruptedException {
        if (arguments.length != 2) {
            System.err.println("container-logs: container-logs TAG FOLDER");
            System.exit(1);
        }
        new ContainerLogs(new YarnConfiguration(), arguments[0], new Path(arguments[1])).copy();
    }

    private void copy() throws IOException, YarnException, InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        try (YarnClient yarn = YarnClient.createYarnClient()) {
            yarn.init(configuration);
            yarn.start();
            while (true) {
                List<ApplicationReport> found = yarn.getApplications(applications);
                for (ApplicationReport application : found) {
                    copyNodes(application);
                }
                if (found.stream().allMatch(application -> COLLECTED.contains(application.getLogAggregationStatus()))) {
                    return;
                }
                if (System.nanoTime() > deadline) {
                    System.err.println(
                            "container-logs: after " + DEADLINE.toMinutes()
                                    + " minutes YARN had not said that it has collected all logs; those that it had are copied");
                    return;
                }
                Thread.sleep(LOOK_AGAIN.toMillis());
            }
        }
    }

    private void copyNodes(ApplicationReport application) throws IOException {
        RemoteIterator<FileStatus> nodes;
        try {
            nodes = LogAggregationUtils.getRemoteNodeFileDir(
                    configuration,
                    application.getApplicationId(),
                    application.getUser(),
                    collected.getRemoteRootLogDir(),
                    collected.getRemoteRootLogDirSuffix());
        } catch (FileNotFoundException e) {
            // No node has begun to collect.
            return;
        }
        while (nodes.hasNext()) {
            Path file = nodes.next().getPath();
            if (!file.getName().endsWith(LogAggregationUtils.TMP_FILE_SUFFIX) && !copied.contains(file)) {
                copyNode(file, new Path(target, application.getApplicationId().toString()));
                copied.add(file);
            }
        }
    }

    private void copyNode(Path file, Path to) throws IOException {
        LogReader reader = new LogReader(configuration, file);
        try {
            LogKey container = new LogKey();
            DataInputStream content = reader.next(container);
            while (content != null) {
                copyContainer(new Path(to, container.toString()), content);
                container = new LogKey();
                content = reader.next(container);
            }
        } finally {
            reader.close();
        }
    }

    /**
     * Copies the logs of a container to its folder. They are in {@code content} as name, length and bytes of each file,
     * one behind the other.
     */
    private void copyContainer(Path folder, DataInputStream content) throws IOException {
        while (true) {
            String name;
            try {
                name = content.readUTF();
            } catch (EOFException e) {
                return;
            }
            long length = Long.parseLong(content.readUTF());
            Path to = new Path(folder, name + ".gz");
            FileSystem storage = to.getFileSystem(configuration);
            try (OutputStream out = new GZIPOutputStream(storage.create(to, true))) {
                IOUtils.copyLarge(content, out, 0, length);
            }
        }
    }
}
