package io.laguna.emulator.redshift.spectrum.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.redshift.wire.message.SqlFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * A location that is one object, which lists the objects of a table.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_EXTERNAL_TABLE.html">LOCATION</a>
 */
final class Manifest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifest() {}

    /** Returns the objects that a manifest lists, or none when there is no object at the place. */
    static List<DataFile> files(S3Client s3, Folder place, List<Optional<String>> partition) throws SqlFailure {
        if (place.key().isEmpty() || place.key().endsWith("/")) {
            return List.of();
        }
        try {
            String text = s3.getObjectAsBytes(
                            request -> request.bucket(place.bucket()).key(place.key()))
                    .asUtf8String();
            List<DataFile> files = new ArrayList<>();
            for (JsonNode entry : JSON.readTree(text).path("entries")) {
                Optional<Folder> object = Folder.of(entry.path("url").asText());
                if (object.isPresent()) {
                    entry(s3, object.get(), entry.path("mandatory").asBoolean(true), partition)
                            .ifPresent(files::add);
                }
            }
            return files;
        } catch (NoSuchKeyException e) {
            return List.of();
        } catch (JsonProcessingException e) {
            throw new SqlFailure("XX000", "The manifest " + place + " is not in JSON: " + e.getOriginalMessage());
        }
    }

    private static Optional<DataFile> entry(
            S3Client s3, Folder object, boolean mandatory, List<Optional<String>> partition) throws SqlFailure {
        try {
            HeadObjectResponse head =
                    s3.headObject(request -> request.bucket(object.bucket()).key(object.key()));
            return Optional.of(
                    new DataFile(object.bucket(), object.key(), head.contentLength(), head.eTag(), partition));
        } catch (NoSuchKeyException e) {
            if (mandatory) {
                throw new SqlFailure("XX000", "The file " + object + " of the manifest does not exist");
            }
            return Optional.empty();
        }
    }
}
