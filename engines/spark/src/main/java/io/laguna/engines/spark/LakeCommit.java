package io.laguna.engines.spark;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.OutputCommitter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitterFactory;
import org.apache.spark.internal.io.FileCommitProtocol.TaskCommitMessage;
import org.apache.spark.internal.io.FileNameSpec;
import org.apache.spark.internal.io.HadoopMapReduceCommitProtocol;
import scala.Option;
import scala.collection.Seq;

/**
 * The commit of a job's files. They appear at their final place without a rename, by the committer of the file system;
 * but where a job overwrites just the partitions that it writes, they are put beside the table first and then take the
 * partitions' places, since no committer of S3A can do so.
 *
 * @see <a href="https://spark.apache.org/docs/3.5.5/cloud-integration.html">Integration with cloud infrastructures</a>
 */
public final class LakeCommit extends HadoopMapReduceCommitProtocol {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String destination;
    private final boolean dynamicPartitions;
    private transient PathOutputCommitter inPlace;

    /** Makes the commit of a job, by the constructor that Spark looks for. */
    public LakeCommit(String jobId, String destination, boolean dynamicPartitions) {
        super(jobId, destination, dynamicPartitions);
        this.destination = destination;
        this.dynamicPartitions = dynamicPartitions;
    }

    @Override
    public OutputCommitter setupCommitter(TaskAttemptContext context) {
        try {
            if (dynamicPartitions) {
                return new FileOutputCommitter(FileOutputFormat.getOutputPath(context), context);
            }
            inPlace = PathOutputCommitterFactory.createCommitter(new Path(destination), context);
            return inPlace;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public void commitJob(JobContext job, Seq<TaskCommitMessage> commits) {
        super.commitJob(job, commits);
        try {
            FolderMarker.leave(new Path(destination), job.getConfiguration());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public String newTaskTempFile(TaskAttemptContext context, Option<String> folder, FileNameSpec name) {
        if (dynamicPartitions) {
            return super.newTaskTempFile(context, folder, name);
        }
        Path work = workPath();
        Path parent = folder.isDefined() ? new Path(work, folder.get()) : work;
        return new Path(parent, getFilename(context, name)).toString();
    }

    private Path workPath() {
        try {
            return inPlace.getWorkPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
