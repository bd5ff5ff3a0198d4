package io.laguna.emulator.crawl.delta;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.crawl.CrawlFailedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The actions of a log, one after the other, from the first to the last.
 *
 * @see <a href="https://github.com/delta-io/delta/blob/master/PROTOCOL.md#action-reconciliation">Action reconciliation</a>
 */
final class Replay {
    private final String table;
    private final Map<String, AddedFile> files = new LinkedHashMap<>();
    private JsonNode metadata;
    private long described;
    private Instant describedAt = Instant.EPOCH;

    /** @param table its address, for messages */
    Replay(String table) {
        this.table = table;
    }

    /** Takes an action of a commit; those that change neither columns nor files are passed over. */
    void take(JsonNode action, long version, Instant time) {
        if (action.has("metaData") && !action.path("metaData").isNull()) {
            metadata = action.path("metaData");
            described = version;
            describedAt = time;
        }
        JsonNode add = action.path("add");
        if (add.has("path")) {
            files.put(
                    add.path("path").asText(),
                    new AddedFile(
                            add.path("path").asText(),
                            texts(add.path("partitionValues")),
                            add.hasNonNull("deletionVector")));
        }
        JsonNode remove = action.path("remove");
        if (remove.has("path")) {
            files.remove(remove.path("path").asText());
        }
    }

    /** Returns what the actions are in sum. */
    DeltaSnapshot end(long version) {
        if (metadata == null) {
            throw new CrawlFailedException(
                    "The log of the Delta table " + table + " does not say which columns it has");
        }
        List<String> partitionColumns = new ArrayList<>();
        metadata.path("partitionColumns").forEach(column -> partitionColumns.add(column.asText()));
        return new DeltaSnapshot(
                version,
                metadata.path("schemaString").asText(),
                partitionColumns,
                texts(metadata.path("configuration")),
                described,
                describedAt,
                files.values());
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.fields().forEachRemaining(field -> {
            if (!field.getValue().isNull()) {
                texts.put(field.getKey(), field.getValue().asText());
            }
        });
        return texts;
    }
}
