package io.laguna.apps.covid.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** The page as a file at an {@code s3://} or {@code file:} URI. */
final class PageFile {

    private PageFile() {}

    /** Replaces the file at {@code uri}: a reader sees the old page or the new one, whole. */
    static void write(SparkSession spark, String uri, String html) {
        Path page = new Path(uri);
        Configuration configuration = spark.sessionState().newHadoopConf();
        try {
            FileSystem files = page.getFileSystem(configuration);
            if (files.getUri().getScheme().startsWith("s3")) {
                // An object appears when its upload is complete: nothing to move into place.
                put(files, page, html);
            } else {
                Path aside = new Path(page.getParent(), "_" + page.getName() + ".new");
                put(files, aside, html);
                FileContext.getFileContext(page.toUri(), configuration).rename(aside, page, Options.Rename.OVERWRITE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the report to " + uri, e);
        }
    }

    private static void put(FileSystem files, Path path, String html) throws IOException {
        try (OutputStream out = files.create(path, true)) {
            out.write(html.getBytes(StandardCharsets.UTF_8));
        }
    }
}
