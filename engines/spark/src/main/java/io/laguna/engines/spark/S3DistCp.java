package io.laguna.engines.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.GenericOptionsParser;

/**
 * The program {@code s3-dist-cp}, which copies and concatenates many files between S3, HDFS and this machine, by
 * threads instead of MapReduce.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ReleaseGuide/UsingEMR_s3distcp.html">S3DistCp</a>
 */
public final class S3DistCp {
    private S3DistCp() {}

    /** Ends with exit code 1 when the words are wrong or anything was not copied. */
    public static void main(String[] arguments) {
        System.exit(run(new Configuration(), arguments));
    }

    /** Copies, and returns the exit code. Messages go to standard error. */
    static int run(Configuration configuration, String... arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.print(CopyOptions.USAGE);
            return 0;
        }
        CopyOptions options;
        try {
            // -D property=value and its like, which every Hadoop tool takes.
            options = CopyOptions.of(List.of(new GenericOptionsParser(configuration, arguments).getRemainingArgs()));
        } catch (IllegalArgumentException | IOException e) {
            System.err.println("s3-dist-cp: " + e.getMessage());
            System.err.print(CopyOptions.USAGE);
            return 1;
        }
        try {
            copy(configuration, options);
            return 0;
        } catch (IllegalArgumentException | FileNotFoundException e) {
            System.err.println("s3-dist-cp: " + e.getMessage());
        } catch (IOException e) {
            System.err.println("s3-dist-cp: " + e);
            e.printStackTrace();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.err.println("s3-dist-cp: interrupted");
        }
        return 1;
    }

    private static void copy(Configuration configuration, CopyOptions options)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        CopyManifest previous = CopyManifest.previous(configuration, options);
        List<CopySource> sources = new CopyListing(configuration, options, previous).sources();
        List<CopyTarget> targets = new CopyPlan(options).targets(sources);
        CopyJob job = new CopyJob(configuration, options);
        job.write(targets);
        Optional<String> manifest = options.outputManifest();
        if (manifest.isPresent()) {
            (options.copyFromManifest() ? CopyManifest.EMPTY : previous)
                    .with(targets)
                    .write(configuration, new Path(options.dest(), manifest.get()));
        }
        if (options.deleteOnSuccess()) {
            job.deleteSources(targets);
        }
        System.err.printf(
                Locale.ROOT,
                "%d files (%d bytes) copied into %d in %.1f s%n",
                targets.stream().mapToInt(target -> target.sources().size()).sum(),
                targets.stream().mapToLong(CopyTarget::size).sum(),
                targets.size(),
                (System.nanoTime() - begun) / 1e9);
    }
}
