package io.laguna.emulator.jobs;

import io.laguna.engines.driver.DriverLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A place in S3 for log files, each compressed on its own, as EMR writes them.
 *
 * @param bucket its name
 * @param prefix empty, or with a slash at its end
 */
public record LogFolder(String bucket, String prefix) {
    private static final Pattern URI = Pattern.compile("s3[an]?://([^/]+)/?(.*)");

    /** Returns the folder that a log URI names; empty for what is no S3 URI. */
    public static Optional<LogFolder> of(String uri) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String path = parts.group(2).replaceAll("/+$", "");
        return Optional.of(new LogFolder(parts.group(1), path.isEmpty() ? "" : path + "/"));
    }

    /** Returns a folder below this one. */
    public LogFolder resolve(String name) {
        return new LogFolder(bucket, prefix + name + "/");
    }

    /** {@code s3://bucket/prefix}, with a slash at its end. */
    public String uri() {
        return "s3://" + bucket + "/" + prefix;
    }

    /** {@code s3://bucket/prefix/name.gz}, where {@link #put} puts a file of this name. */
    public String uri(String name) {
        return "s3://" + bucket + "/" + prefix + name + ".gz";
    }

    /**
     * Compresses a file and puts it into the folder; a standard error without Spark's progress bars. A log that cannot be
     * delivered does not change how a job ended.
     *
     * @return why the file is not there
     */
    public Optional<String> put(S3Client s3, String name, Path file) {
        try {
            Path compressed = Files.createTempFile(file.toAbsolutePath().getParent(), name, ".gz");
            try {
                try (InputStream from = content(name, file);
                        OutputStream to = new GZIPOutputStream(Files.newOutputStream(compressed))) {
                    from.transferTo(to);
                }
                s3.putObject(
                        request -> request.bucket(bucket).key(prefix + name + ".gz"), RequestBody.fromFile(compressed));
                return Optional.empty();
            } finally {
                Files.delete(compressed);
            }
        } catch (SdkException | IOException e) {
            return Optional.of(uri(name) + " could not be written: " + e.getMessage());
        }
    }

    /** Opens a file as it goes to S3: the standard output to the byte, for it is the user's. */
    private static InputStream content(String name, Path file) throws IOException {
        return name.equals("stderr") ? DriverLog.open(file) : Files.newInputStream(file);
    }
}
