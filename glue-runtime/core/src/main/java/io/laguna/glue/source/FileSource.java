package io.laguna.glue.source;

import io.laguna.glue.bookmark.Bookmarks;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.format.RecordFormats;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.record.Struct;
import io.laguna.glue.storage.BucketRoot;
import io.laguna.glue.storage.FileListing;
import io.laguna.glue.storage.SourceFile;
import io.laguna.glue.storage.StorageClasses;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * Files of S3, or of folders, as a call names them.
 *
 * @param transformationContext the name under which the bookmark knows the source, empty when it has none
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-connect-s3-home.html">Amazon S3
 *     connections</a>
 */
record FileSource(GlueContext context, String format, Options connection, Options options, String transformationContext)
        implements Source {
    private static final long BAND = 900_000;
    private static final Set<String> KNOWN = Set.of(
            "paths",
            "path",
            "recurse",
            "exclusions",
            "compressionType",
            "groupFiles",
            "groupSize",
            "maxBand",
            "boundedFiles",
            "boundedSize",
            "excludeStorageClasses",
            "catalogPartitionPredicate",
            "format");

    @Override
    public DynamicFrame frame() throws IOException {
        logOthers();
        boolean typed = TypedFiles.isTyped(format);
        if (typed && !isFiltered()) {
            // Glue's own reader finds no rows where Spark's misses the path.
            return format.equals("glueparquet") && listed(true).isEmpty()
                    ? RecordFiles.none(context)
                    : new TypedFiles(context, format, options).paths(paths());
        }
        List<SourceFile> chosen = bookmarked(listed(connection.flag("recurse") || typed));
        if (typed) {
            return chosen.isEmpty()
                    ? RecordFiles.none(context)
                    : new TypedFiles(context, format, options).files(chosen, paths());
        }
        return new RecordFiles(context, RecordFormats.named(format, options), connection, options)
                .frame(chosen.stream()
                        .map(file -> new InputFile(file, new Struct(0)))
                        .toList());
    }

    private List<SourceFile> listed(boolean recurse) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (String path : paths()) {
            files.addAll(list(path, recurse));
        }
        return files;
    }

    private List<String> paths() {
        List<String> paths = connection.texts("paths");
        if (paths.isEmpty()) {
            paths = connection.texts("path");
        }
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("An s3 source needs the connection option paths");
        }
        return paths.stream().map(BucketRoot::withSlash).toList();
    }

    /** Tells whether the call, or the bookmark, may leave out some of the files. */
    private boolean isFiltered() {
        return (context.bookmarks().isPresent() && !transformationContext.isEmpty())
                || !connection.texts("exclusions").isEmpty()
                || !connection.texts("excludeStorageClasses").isEmpty();
    }

    /** Says in the log which options have no effect. Those of the format are Spark's own when Spark reads the files. */
    void logOthers() {
        connection.logOthers("an s3 source", KNOWN);
        if (!TypedFiles.isTyped(format)) {
            options.logOthers("the format " + format, RecordFormats.options(format));
        }
    }

    /** Returns the files below a path that the options do not leave out. */
    List<SourceFile> list(String path, boolean recurse) throws IOException {
        Configuration configuration = context.sparkSession().sparkContext().hadoopConfiguration();
        List<SourceFile> files = new FileListing(configuration, recurse, connection.texts("exclusions")).files(path);
        List<String> classes = connection.texts("excludeStorageClasses");
        return classes.isEmpty() ? files : new StorageClasses(configuration).without(files, classes);
    }

    /** Returns the files that the bookmark leaves, which this run reads. */
    List<SourceFile> bookmarked(List<SourceFile> files) {
        Optional<Bookmarks> bookmarks = context.bookmarks();
        if (bookmarks.isEmpty() || transformationContext.isEmpty()) {
            return files;
        }
        return bookmarks
                .get()
                .files(
                        transformationContext,
                        files,
                        Duration.ofMillis(connection.number("maxBand").orElse(BAND)),
                        connection.number("boundedFiles").orElse(Long.MAX_VALUE),
                        connection.number("boundedSize").orElse(Long.MAX_VALUE));
    }

    static String named(Optional<String> format) {
        return format.map(name -> name.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("An s3 source needs a format"));
    }
}
