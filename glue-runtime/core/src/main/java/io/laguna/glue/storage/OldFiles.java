package io.laguna.glue.storage;

import io.laguna.glue.format.Options;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.StorageClass;

/**
 * The files below a path that are older than their retention: 168 hours unless {@code retentionPeriod} says otherwise.
 * They are deleted, or moved to another storage class. With {@code manifestFilePath} the files {@code Success.csv} and
 * {@code Failed.csv} there tell what happened to each.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-pyspark-extensions-glue-context.html">GlueContext
 *     class: purge_s3_path and transition_s3_path</a>
 */
public record OldFiles(Configuration configuration, Options options) {
    private static final Logger LOG = LoggerFactory.getLogger(OldFiles.class);
    private static final long HOURS = 168;

    /** What is done with one file. */
    private interface Action {
        void with(SourceFile file) throws IOException;
    }

    /** Deletes the files. */
    public void purge(String path) throws IOException {
        if (!StorageClasses.isInS3(path)) {
            each(path, file -> {
                Path target = new Path(file.path());
                target.getFileSystem(configuration).delete(target, false);
            });
            return;
        }
        // Without the FileSystem, which would leave an object for the folder: to a listing it would be a file.
        StorageClasses classes = new StorageClasses(configuration);
        try (S3Client s3 = classes.client()) {
            each(path, file -> refused(() -> classes.delete(s3, file)));
        }
    }

    private static void refused(Runnable call) throws IOException {
        try {
            call.run();
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Moves the files to a storage class. */
    public void transition(String path, String storageClass) throws IOException {
        StorageClass to = StorageClass.fromValue(storageClass);
        if (to == StorageClass.UNKNOWN_TO_SDK_VERSION) {
            throw new IllegalArgumentException("No storage class: " + storageClass);
        }
        StorageClasses classes = new StorageClasses(configuration);
        try (S3Client s3 = classes.client()) {
            each(path, file -> refused(() -> classes.move(s3, file, to)));
        }
    }

    private void each(String path, Action action) throws IOException {
        long hours = options.number("retentionPeriod").orElse(HOURS);
        long newest = Instant.now().minus(Duration.ofHours(hours)).toEpochMilli();
        List<SourceFile> files = new FileListing(configuration, true, List.of())
                .files(path).stream().filter(file -> file.modified() <= newest).toList();
        List<String> done = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (SourceFile file :
                new StorageClasses(configuration).without(files, options.texts("excludeStorageClasses"))) {
            try {
                action.with(file);
                done.add(file.path());
            } catch (IOException e) {
                LOG.warn("{} stays as it is: {}", file.path(), e.getMessage());
                failed.add(file.path());
            }
        }
        Optional<String> manifest = options.text("manifestFilePath");
        if (manifest.isPresent()) {
            write(new Path(manifest.get(), "Success.csv"), done);
            write(new Path(manifest.get(), "Failed.csv"), failed);
        }
    }

    private void write(Path file, List<String> paths) throws IOException {
        try (Writer writer =
                new OutputStreamWriter(file.getFileSystem(configuration).create(file, true), StandardCharsets.UTF_8)) {
            for (String path : paths) {
                writer.write(path + "\n");
            }
        }
    }
}
