package io.laguna.apps.lake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * One JSON object in a file at an {@code s3://} or {@code file:} URI: what a job tells about its run. Record components
 * become snake_case fields; the keys of a map stay as they are.
 */
public final class Summaries {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Where a file under its own name can be seen half-written. An object store shows an object when it is complete. */
    private static final Set<String> GROWING_IN_PLACE = Set.of("file", "hdfs");

    private Summaries() {}

    /** Replaces the object at {@code uri}: a reader sees the old one or the new one, whole. */
    public static void write(SparkSession spark, String uri, Object summary) {
        Path path = new Path(uri);
        Configuration configuration = spark.sessionState().newHadoopConf();
        try {
            FileSystem files = path.getFileSystem(configuration);
            if (GROWING_IN_PLACE.contains(files.getUri().getScheme())) {
                Path aside = new Path(path.getParent(), "_" + path.getName() + ".new");
                put(files, aside, summary);
                FileContext.getFileContext(path.toUri(), configuration).rename(aside, path, Options.Rename.OVERWRITE);
            } else {
                put(files, path, summary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + uri, e);
        }
    }

    /** Empty when there is no such file. */
    public static <T> Optional<T> read(SparkSession spark, String uri, Class<T> type) {
        Path path = new Path(uri);
        try (FSDataInputStream in =
                path.getFileSystem(spark.sessionState().newHadoopConf()).open(path)) {
            return Optional.of(JSON.readValue(in.readAllBytes(), type));
        } catch (FileNotFoundException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + uri, e);
        }
    }

    private static void put(FileSystem files, Path path, Object summary) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(summary);
        try (OutputStream out = files.create(path, true)) {
            out.write(bytes);
        }
    }
}
