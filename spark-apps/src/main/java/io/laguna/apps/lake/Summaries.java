package io.laguna.apps.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The summaries of jobs: each is one JSON object about a run, in a file at an {@code s3://} or {@code file:} URI.
 * Record components become snake_case fields; the keys of a map stay as they are.
 */
public final class Summaries {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Summaries() {}

    /** Replaces the object at {@code uri}: a reader sees the whole old object or the whole new one. */
    public static void write(SparkSession spark, String uri, Object summary) {
        try {
            WholeFile.write(spark, uri, JSON.writeValueAsBytes(summary));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write " + uri, e);
        }
    }

    /** Reads an object; empty when there is no such file. */
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
}
