package io.laguna.emulator.athena.result;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The files of results in S3, or of those that Athena keeps itself.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html">Find query output files</a>
 */
public final class ResultStore {
    private final S3Client s3;
    private final ManagedResults managed;

    public ResultStore(S3Client s3, ManagedResults managed) {
        this.s3 = s3;
        this.managed = managed;
    }

    /** Stores the rows of a query, whole or not at all. */
    public void put(String location, Path file, String contentType) throws IOException {
        if (ManagedResults.isPlace(location)) {
            try (InputStream content = Files.newInputStream(file)) {
                managed.put(location, content);
            }
            return;
        }
        S3Location place = place(location);
        s3.putObject(request -> request.bucket(place.bucket()).key(place.key()).contentType(contentType), file);
    }

    /** Stores the answer of a statement that is no query. */
    public void putLines(String location, List<String> lines) {
        String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        put(location, text.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    /** Stores the description of the columns, for drivers. */
    public void putMetadata(String location, String query, List<ColumnInfo> columns) {
        put(location, ResultMetadata.of(query, columns), "application/octet-stream");
    }

    /** Stores the names of the files that a statement has written, one in each line. */
    public void putManifest(String location, Set<String> files) {
        String text = files.stream().map(file -> file + "\n").collect(Collectors.joining());
        put(location, text.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    /** Tells whether a result is still kept. A result in S3 is kept by its bucket's owner. */
    public boolean isKept(String location) {
        return !ManagedResults.isPlace(location) || managed.has(location);
    }

    /** Opens a result from a byte on. The object is not there any more when somebody has deleted it. */
    public InputStream open(String location, long from) throws IOException {
        if (ManagedResults.isPlace(location)) {
            return managed.open(location, from);
        }
        S3Location place = place(location);
        return s3.getObject(
                request -> request.bucket(place.bucket()).key(place.key()).range("bytes=" + from + "-"));
    }

    public long size(String location) throws IOException {
        if (ManagedResults.isPlace(location)) {
            return managed.size(location);
        }
        S3Location place = place(location);
        return s3.headObject(request -> request.bucket(place.bucket()).key(place.key()))
                .contentLength();
    }

    /** Returns the files below a place, by their full names. */
    public Set<String> files(String location) {
        S3Location place = place(location).folder();
        return s3
                .listObjectsV2Paginator(
                        request -> request.bucket(place.bucket()).prefix(place.key()))
                .contents()
                .stream()
                .map(S3Object::key)
                .filter(key -> !key.endsWith("/"))
                .map(key -> new S3Location(place.bucket(), key).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void put(String location, byte[] content, String contentType) {
        if (ManagedResults.isPlace(location)) {
            managed.put(location, new ByteArrayInputStream(content));
            return;
        }
        S3Location place = place(location);
        s3.putObject(
                request -> request.bucket(place.bucket()).key(place.key()).contentType(contentType),
                RequestBody.fromBytes(content));
    }

    private static S3Location place(String location) {
        return S3Location.parse(location)
                .orElseThrow(() -> new IllegalArgumentException("Not a place in S3: " + location));
    }
}
