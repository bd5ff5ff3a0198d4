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
 * The folders of a cluster's files.
 *
 * @param root the folder on this machine
 * @param logs the folder in S3, below the cluster's log URI
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

    /** Returns the folder that {@code hdfs:///} is, which goes with the cluster. */
    Path hdfs() {
        return root.resolve("hdfs");
    }

    /** Returns the folder that {@code /home/hadoop} is, which goes with the cluster. */
    Path home() {
        return root.resolve("home");
    }

    /** Returns the folder where a program runs and its files are fetched to, which goes with the cluster. */
    Path work(String name) {
        return root.resolve("work").resolve(name);
    }

    /** Returns the folder of a step's log files on this machine. */
    Path step(String id) {
        return root.resolve("steps").resolve(id);
    }

    Optional<LogFolder> stepLogs(String id) {
        return logs.map(folder -> folder.resolve("steps").resolve(id));
    }

    /** Returns the folder in S3 for the logs of YARN's containers, each in a folder below its application's. */
    Optional<LogFolder> containerLogs() {
        return logs.map(folder -> folder.resolve("containers"));
    }

    /** Returns the folder of a bootstrap action's log files on this machine; the first one's number is 1. */
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
        Files.createDirectories(home());
    }

    /** Deletes what lives no longer than the cluster: all but the log files. */
    void deleteEphemeral() throws IOException {
        for (Path folder : List.of(hdfs(), home(), root.resolve("work"))) {
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
