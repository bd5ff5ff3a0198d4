package io.laguna.emulator.glue.job;

import io.laguna.engines.process.EngineFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The files of a run that are objects: its script, modules, its event log. */
public record S3Files(S3Client s3) {
    private static final Pattern URI = Pattern.compile("s3[an]?://([^/]+)/(.+)");

    /** An object's place. */
    public record Place(String bucket, String key) {
        /**
         * Reads a URI: {@code s3://bucket/key}.
         *
         * @throws EngineFailure for what is no URI of an object
         */
        public static Place of(String uri) {
            Matcher parts = URI.matcher(uri.strip());
            if (!parts.matches()) {
                throw new EngineFailure("Invalid S3 location: " + uri);
            }
            return new Place(parts.group(1), parts.group(2));
        }

        public String name() {
            return key.substring(key.lastIndexOf('/') + 1);
        }
    }

    /**
     * Fetches an object.
     *
     * @param file where it is put; what is there is replaced
     * @throws EngineFailure when it cannot be fetched, in Glue's words
     */
    public void fetch(Place place, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            s3.getObject(request -> request.bucket(place.bucket()).key(place.key()), file);
        } catch (S3Exception e) {
            throw notThere(
                    place, e.awsErrorDetails().errorMessage() + " (Service: Amazon S3; Status Code: " + e.statusCode());
        } catch (SdkException e) {
            throw notThere(place, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Puts a file below a folder in S3, {@code s3://bucket/logs}. */
    public void put(Path file, String folder, String name) {
        Place place = Place.of(folder.replaceAll("/+$", "") + "/" + name);
        s3.putObject(request -> request.bucket(place.bucket()).key(place.key()), file);
    }

    private static EngineFailure notThere(Place place, String reason) {
        return new EngineFailure("Error downloading from S3 for bucket: " + place.bucket() + ", key: " + place.key()
                + "." + reason + "; Please refer logs for details.");
    }
}
