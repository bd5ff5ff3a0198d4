package io.laguna.emulator.glue.iceberg;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.glue.model.IcebergTableUpdate;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * An Iceberg table whose metadata UpdateTable changes, without a snapshot of its own.
 *
 * @param metadataLocation where the new metadata is
 * @param definition what the catalog keeps
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_UpdateIcebergTableInput.html">UpdateIcebergTableInput</a>
 */
public record ChangedIcebergTable(String metadataLocation, TableInput definition) {
    private static final Pattern VERSION = Pattern.compile(".*/([0-9]+)-[^/]*");

    /** Writes the changed metadata beside that of the present table. */
    public static ChangedIcebergTable write(IcebergFiles files, TableInput present, List<IcebergTableUpdate> updates) {
        String before = Optional.ofNullable(present.parameters().get("metadata_location"))
                .orElseThrow(() -> GivenParts.invalid("Table " + present.name() + " is not an Iceberg table."));
        ObjectNode json = read(files, before);
        long written = json.path("last-updated-ms").asLong();
        MetadataChange change = new MetadataChange(json);
        updates.forEach(change::apply);
        json.put("last-updated-ms", Math.max(written, Instant.now().toEpochMilli()));
        json.withArray("metadata-log").addObject().put("timestamp-ms", written).put("metadata-file", before);
        IcebergMetadata metadata = new IcebergMetadata(json);
        IcebergColumns.check(metadata);
        String place = files.write(metadata, version(before) + 1);
        return new ChangedIcebergTable(place, NewIcebergTable.definition(present, metadata, place));
    }

    private static ObjectNode read(IcebergFiles files, String place) {
        try {
            return files.read(place).json();
        } catch (SdkException | JsonProcessingException | IllegalArgumentException e) {
            throw GivenParts.invalid("Iceberg metadata cannot be read at " + place + ": " + e.getMessage());
        }
    }

    private static int version(String place) {
        Matcher version = VERSION.matcher(place);
        return version.matches() ? Integer.parseInt(version.group(1)) : 0;
    }
}
