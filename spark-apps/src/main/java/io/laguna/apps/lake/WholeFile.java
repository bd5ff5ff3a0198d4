package io.laguna.apps.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** A small file at an {@code s3://} or {@code file:} URI that a reader sees whole or not at all. */
public final class WholeFile {

    /**
     * The file systems on which readers can see a file half-written under its own name. An object store shows an object
     * when it is complete.
     */
    private static final Set<String> GROWING_IN_PLACE = Set.of("file", "hdfs");

    private WholeFile() {}

    /** Replaces the file at {@code uri}: a reader sees the old one or the new one. */
    public static void write(SparkSession spark, String uri, byte[] content) {
        Path path = new Path(uri);
        Configuration configuration = spark.sessionState().newHadoopConf();
        try {
            FileSystem files = path.getFileSystem(configuration);
            if (GROWING_IN_PLACE.contains(files.getUri().getScheme())) {
                Path aside = new Path(path.getParent(), "_" + path.getName() + ".new");
                put(files, aside, content);
                FileContext.getFileContext(path.toUri(), configuration).rename(aside, path, Options.Rename.OVERWRITE);
            } else {
                put(files, path, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + uri, e);
        }
    }

    /** Returns the whole content of the file at {@code uri}. */
    public static byte[] read(SparkSession spark, String uri) {
        Path path = new Path(uri);
        try (InputStream in =
                path.getFileSystem(spark.sessionState().newHadoopConf()).open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + uri, e);
        }
    }

    private static void put(FileSystem files, Path path, byte[] content) throws IOException {
        try (OutputStream out = files.create(path, true)) {
            out.write(content);
        }
    }
}
