package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.driver.RunOutcome;
import io.laguna.engines.driver.SparkSubmission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that nothing of a folder is left when S3A has renamed it. S3A keeps a marker for each folder that it made, and
 * deletes those of a committed job in one call; a store that keeps markers as folders must not forget one of them.
 */
@Tag("slow")
@ExtendWith(SharedLake.class)
class RenamedFoldersSystemTest {
    private static final int WRITERS = 4;
    private static final int ROUNDS = 10;
    private static final int FILES_OF_A_MODEL = 6;

    /**
     * The job. Each writer saves a model as Spark does: it writes folders beside the present one by Hadoop's own
     * committer, deletes the present one, and renames the new one to it. Another thread makes and deletes files
     * beside them, and lists everything.
     */
    private static final String SOURCE =
            """
            package renames;

            import java.io.OutputStream;
            import java.net.URI;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Set;
            import java.util.TreeSet;
            import java.util.concurrent.CountDownLatch;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;
            import java.util.concurrent.Future;
            import org.apache.hadoop.conf.Configuration;
            import org.apache.hadoop.fs.FileStatus;
            import org.apache.hadoop.fs.FileSystem;
            import org.apache.hadoop.fs.LocatedFileStatus;
            import org.apache.hadoop.fs.Path;
            import org.apache.hadoop.fs.RemoteIterator;
            import org.apache.hadoop.mapreduce.JobID;
            import org.apache.hadoop.mapreduce.TaskAttemptContext;
            import org.apache.hadoop.mapreduce.TaskAttemptID;
            import org.apache.hadoop.mapreduce.TaskID;
            import org.apache.hadoop.mapreduce.TaskType;
            import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;
            import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;

            public final class Renames {
                private static final List<String> OUTPUTS = List.of("metadata", "stages/0/metadata", "stages/0/data");

                public static void main(String[] words) throws Exception {
                    Path root = new Path(words[0]);
                    int writers = Integer.parseInt(words[1]);
                    int rounds = Integer.parseInt(words[2]);
                    Configuration configuration = new Configuration();
                    // As Spark has it: a task's files are renamed when the job commits.
                    configuration.setInt(FileOutputCommitter.FILEOUTPUTCOMMITTER_ALGORITHM_VERSION, 1);
                    FileSystem files = root.getFileSystem(configuration);
                    ExecutorService threads = Executors.newFixedThreadPool(writers + 1);
                    CountDownLatch busy = new CountDownLatch(writers);
                    List<Future<?>> ends = new ArrayList<>();
                    for (int writer = 0; writer < writers; writer++) {
                        Path folder = new Path(root, "writer" + writer);
                        ends.add(threads.submit(() -> {
                            try {
                                for (int round = 0; round < rounds; round++) {
                                    replace(files, folder, round);
                                }
                            } finally {
                                busy.countDown();
                            }
                            return null;
                        }));
                    }
                    ends.add(threads.submit(() -> {
                        for (int turn = 0; busy.getCount() > 0; turn++) {
                            Path other = new Path(root, "writer" + turn % writers + "/other/file");
                            files.create(other).close();
                            files.delete(other, false);
                            names(files, root);
                        }
                        return null;
                    }));
                    threads.shutdown();
                    for (Future<?> end : ends) {
                        end.get();
                    }
                }

                private static void replace(FileSystem files, Path folder, int round) throws Exception {
                    Path model = new Path(folder, "model");
                    Path aside = new Path(folder, "_model.new");
                    check(!files.exists(aside), aside + " is there before round " + round);
                    for (String output : OUTPUTS) {
                        write(files, new Path(aside, output), round);
                    }
                    files.delete(model, true);
                    check(files.rename(aside, model), "no rename in round " + round);
                    check(!files.exists(aside), aside + " is there after round " + round);
                    for (FileStatus status : files.listStatus(folder)) {
                        String name = status.getPath().getName();
                        check(name.equals("model") || name.equals("other"), status + " is listed after round " + round);
                    }
                    Set<String> expected = new TreeSet<>();
                    for (String output : OUTPUTS) {
                        expected.add(output + "/_SUCCESS");
                        expected.add(output + "/part-" + round);
                    }
                    Set<String> found = names(files, model);
                    check(found.equals(expected), found + " in round " + round);
                }

                private static void write(FileSystem files, Path output, int round) throws Exception {
                    check(!files.exists(output), output + " is there before it is written in round " + round);
                    TaskID task = new TaskID(new JobID("renames", round), TaskType.MAP, 0);
                    TaskAttemptContext context = new TaskAttemptContextImpl(files.getConf(), new TaskAttemptID(task, 0));
                    FileOutputCommitter committer = new FileOutputCommitter(output, context);
                    committer.setupJob(context);
                    committer.setupTask(context);
                    try (OutputStream bytes = files.create(new Path(committer.getWorkPath(), "part-" + round))) {
                        bytes.write(round);
                    }
                    committer.commitTask(context);
                    committer.commitJob(context);
                }

                private static Set<String> names(FileSystem files, Path folder) throws Exception {
                    Set<String> names = new TreeSet<>();
                    RemoteIterator<LocatedFileStatus> found = files.listFiles(folder, true);
                    URI base = URI.create(folder.toUri() + "/");
                    while (found.hasNext()) {
                        names.add(base.relativize(found.next().getPath().toUri()).toString());
                    }
                    return names;
                }

                private static void check(boolean holds, String otherwise) {
                    if (!holds) {
                        throw new IllegalStateException(otherwise);
                    }
                }
            }
            """;

    @Test
    void nothingIsListedOfAFolderThatWasRenamedWhileOthersWriteDeleteAndList(
            SharedLake.Running running, @TempDir Path folder) throws IOException, InterruptedException {
        SystemLake lake = running.lake();
        lake.s3().createBucket(request -> request.bucket("renames"));
        try (Drivers drivers = lake.drivers(0, 1)) {
            SparkSubmission job = SparkSubmission.of(
                    "renames",
                    JobJar.of(folder, "Renames", SOURCE),
                    "renames.Renames",
                    List.of("s3://renames/run", String.valueOf(WRITERS), String.valueOf(ROUNDS)),
                    JobEnvironment.LAKE);

            RunOutcome outcome = drivers.submit(job).await();

            assertThat(outcome).as(outcome.failure().orElse("succeeded")).isInstanceOf(RunOutcome.Succeeded.class);
        }
        assertThat(lake.keys("renames", "run/"))
                .filteredOn(key -> !key.contains("/other/"))
                .hasSize(WRITERS * FILES_OF_A_MODEL)
                .allMatch(key -> key.matches("run/writer[0-9]/model/.*[^/]"));
    }
}
