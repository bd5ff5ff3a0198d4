package io.laguna.emulator.glue.iceberg;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.s3.S3Client;

/** The files of Iceberg tables' metadata in S3. A file is never changed once it is there. */
public final class IcebergFiles {
    private static final Logger LOG = LoggerFactory.getLogger(IcebergFiles.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final S3Client s3;

    /** Creates the files of a lake. The client stays the caller's. */
    public IcebergFiles(S3Client s3) {
        this.s3 = s3;
    }

    /**
     * Returns the columns of the table that has its metadata at a location; empty when there is no metadata that can be
     * read, as where a table names a file of another lake.
     */
    public Optional<List<Column>> columns(String metadataLocation) {
        try {
            return Optional.of(IcebergColumns.of(read(metadataLocation)));
        } catch (SdkException | JsonProcessingException | IllegalArgumentException e) {
            LOG.warn("Columns are shown without Iceberg's parameters, {} cannot be read", metadataLocation, e);
            return Optional.empty();
        }
    }

    /** Returns the metadata at a location. */
    IcebergMetadata read(String metadataLocation) throws JsonProcessingException {
        URI file = URI.create(metadataLocation);
        String text = s3.getObjectAsBytes(request ->
                        request.bucket(file.getHost()).key(file.getPath().substring(1)))
                .asUtf8String();
        if (!(JSON.readTree(text) instanceof ObjectNode json)) {
            throw new IllegalArgumentException("no JSON object");
        }
        return new IcebergMetadata(json);
    }

    /**
     * Writes metadata below its table's location.
     *
     * @param version counts the table's files, from 0 on
     * @return where it is
     */
    String write(IcebergMetadata metadata, int version) {
        String place = metadata.location().replaceAll("/+$", "")
                + String.format(Locale.ROOT, "/metadata/%05d-%s.metadata.json", version, UUID.randomUUID());
        try {
            URI file = URI.create(place);
            s3.putObject(
                    request -> request.bucket(file.getHost())
                            .key(file.getPath().substring(1))
                            .contentType("application/json"),
                    RequestBody.fromString(metadata.json().toString()));
        } catch (SdkException | IllegalArgumentException e) {
            throw InvalidInputException.builder()
                    .message("Iceberg metadata cannot be written to " + place + ": " + e.getMessage())
                    .cause(e)
                    .build();
        }
        return place;
    }

    /** Deletes metadata that no table has come to point at. */
    public void discard(String metadataLocation) {
        URI file = URI.create(metadataLocation);
        s3.deleteObject(
                request -> request.bucket(file.getHost()).key(file.getPath().substring(1)));
    }
}
