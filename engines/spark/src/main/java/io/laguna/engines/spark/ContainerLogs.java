package io.laguna.engines.spark;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.IOUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.yarn.api.records.ApplicationId;
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
 * A program that copies the logs of an application's containers, which YARN collects in HDFS, to where EMR has them:
 * {@code <log URI>/<cluster>/containers/<application>/<container>/stderr.gz}.
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
    private final ApplicationId application;
    private final Path target;

    private ContainerLogs(Configuration configuration, ApplicationId application, Path target) {
        this.configuration = configuration;
        this.application = application;
        this.target = new Path(target, application.toString());
    }

    /**
     * Waits until YARN has collected the logs, and copies them.
     *
     * @param arguments the application's id, the folder {@code containers}
     */
    public static void main(String[] arguments) throws IOException, YarnException, InterruptedException {
        if (arguments.length != 2) {
            System.err.println("container-logs: container-logs APPLICATION FOLDER");
            System.exit(1);
        }
        ContainerLogs logs = new ContainerLogs(
                new YarnConfiguration(), ApplicationId.fromString(arguments[0]), new Path(arguments[1]));
        logs.copy(logs.awaitCollected());
    }

    /** Waits until YARN has collected the logs, and returns the user whose application it was. */
    private String awaitCollected() throws IOException, YarnException, InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        try (YarnClient yarn = YarnClient.createYarnClient()) {
            yarn.init(configuration);
            yarn.start();
            ApplicationReport report = yarn.getApplicationReport(application);
            while (!COLLECTED.contains(report.getLogAggregationStatus()) && System.nanoTime() < deadline) {
                Thread.sleep(LOOK_AGAIN.toMillis());
                report = yarn.getApplicationReport(application);
            }
            return report.getUser();
        }
    }

    private void copy(String owner) throws IOException {
        LogAggregationFileController collected =
                new LogAggregationFileControllerFactory(configuration).getFileControllerForRead(application, owner);
        RemoteIterator<FileStatus> nodes = LogAggregationUtils.getRemoteNodeFileDir(
                configuration,
                application,
                owner,
                collected.getRemoteRootLogDir(),
                collected.getRemoteRootLogDirSuffix());
        while (nodes.hasNext()) {
            Path file = nodes.next().getPath();
            if (!file.getName().endsWith(LogAggregationUtils.TMP_FILE_SUFFIX)) {
                copyNode(file);
            }
        }
    }

    private void copyNode(Path file) throws IOException {
        LogReader reader = new LogReader(configuration, file);
        try {
            LogKey container = new LogKey();
            DataInputStream content = reader.next(container);
            while (content != null) {
                copyContainer(container.toString(), content);
                container = new LogKey();
                content = reader.next(container);
            }
        } finally {
            reader.close();
        }
    }

    /**
     * Copies the logs of a container, which are in {@code content} as name, length and bytes of each file, one behind
     * the other.
     */
    private void copyContainer(String container, DataInputStream content) throws IOException {
        while (true) {
            String name;
            try {
                name = content.readUTF();
            } catch (EOFException e) {
                return;
            }
            long length = Long.parseLong(content.readUTF());
            Path to = new Path(new Path(target, container), name + ".gz");
            FileSystem storage = to.getFileSystem(configuration);
            try (OutputStream out = new GZIPOutputStream(storage.create(to, true))) {
                IOUtils.copyLarge(content, out, 0, length);
            }
        }
    }
}
