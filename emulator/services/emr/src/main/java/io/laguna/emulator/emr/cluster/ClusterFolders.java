package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.jobs.LogFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a cluster keeps its files.
 *
 * @param root on this machine
 * @param logs in S3, below the cluster's log URI
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-manage-view-web-log-files.html">Log files</a>
 */
record ClusterFolders(Path root, Optional<LogFolder> logs) {
    static ClusterFolders of(Path emr, ClusterRecord record) {
        return new ClusterFolders(
                emr.resolve(record.owner().accountId()).resolve(record.id()),
                Optional.ofNullable(record.cluster().logUri())
                        .flatMap(LogFolder::of)
                        .map(folder -> folder.resolve(record.id())));
    }

    /** What {@code hdfs:///} is; gone with the cluster. */
    Path hdfs() {
        return root.resolve("hdfs");
    }

    /** Where programs run and files are fetched to; gone with the cluster. */
    Path work(String name) {
        return root.resolve("work").resolve(name);
    }

    /** The log files of a step on this machine. */
    Path step(String id) {
        return root.resolve("steps").resolve(id);
    }

    Optional<LogFolder> stepLogs(String id) {
        return logs.map(folder -> folder.resolve("steps").resolve(id));
    }

    /** Where the logs of YARN's containers go, a folder for each below their application's. */
    Optional<LogFolder> containerLogs() {
        return logs.map(folder -> folder.resolve("containers"));
    }

    /** The log files of a bootstrap action on this machine; the first one's number is 1. */
    Path bootstrapAction(int number) {
        return root.resolve("bootstrap-actions").resolve(Integer.toString(number));
    }

    Optional<LogFolder> bootstrapActionLogs(String instance, int number) {
        return logs.map(folder -> folder.resolve("node")
                .resolve(instance)
                .resolve("bootstrap-actions")
                .resolve(Integer.toString(number)));
    }

    /** Makes what programs expect to be there. */
    void create() throws IOException {
        Files.createDirectories(hdfs());
    }

    /** Deletes what lives no longer than the cluster: all but the log files. */
    void deleteEphemeral() throws IOException {
        for (Path folder : List.of(hdfs(), root.resolve("work"))) {
            if (Files.exists(folder)) {
                delete(folder);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
