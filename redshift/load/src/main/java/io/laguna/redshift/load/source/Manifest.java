package io.laguna.redshift.load.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A list of the objects that a COPY loads.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/loading-data-files-using-manifest.html">Using a manifest to
 *     specify data files</a>
 */
public record Manifest(List<Entry> entries) {
    /**
     * An object of a manifest.
     *
     * @param mandatory whether the load fails when the object is not there
     * @param length the bytes that the manifest says it has
     */
    public record Entry(Location location, boolean mandatory, OptionalLong length) {}

    /** Reads a manifest, if it is one. */
    public static Optional<Manifest> read(byte[] file) {
        JsonNode root;
        try {
            root = new JsonMapper().readTree(new String(file, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        JsonNode list = root.path("entries");
        if (!list.isArray()) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : list) {
            Optional<Location> location = Location.of(entry.path("url").asText());
            if (location.isEmpty() || location.get().key().isEmpty()) {
                return Optional.empty();
            }
            JsonNode length = entry.path("meta").path("content_length");
            entries.add(new Entry(
                    location.get(),
                    entry.path("mandatory").asBoolean(false),
                    length.isNumber() ? OptionalLong.of(length.asLong()) : OptionalLong.empty()));
        }
        return Optional.of(new Manifest(List.copyOf(entries)));
    }
}
