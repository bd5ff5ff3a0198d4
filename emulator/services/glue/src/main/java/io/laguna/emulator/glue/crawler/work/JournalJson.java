package io.laguna.emulator.glue.crawler.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.crawl.CatalogChange;
import io.laguna.emulator.crawl.Decision;
import io.laguna.emulator.crawl.LogLine;
import io.laguna.emulator.crawl.ManifestFolder;
import io.laguna.emulator.crawl.S3Path;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Journals as JSON. */
public final class JournalJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JournalJson() {}

    public static String write(Journal journal) {
        ObjectNode node = JSON.createObjectNode();
        for (Journal.OfDatabase database : journal.databases()) {
            ArrayNode changes = node.withArray("databases")
                    .addObject()
                    .put("name", database.database())
                    .putArray("changes");
            database.changes().forEach(change -> write(changes.addObject(), change));
        }
        journal.folders().forEach(node.withArray("folders")::add);
        journal.manifests()
                .forEach(manifest -> write(node.withArray("manifests").addObject(), manifest));
        journal.decisions().forEach(decision -> node.withArray("decisions")
                .addObject()
                .put("location", decision.location())
                .put("reason", decision.reason()));
        lines(node.putArray("warnings"), journal.warnings());
        return node.toString();
    }

    public static Journal read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return new Journal(
                    list(
                            node.path("databases"),
                            database -> new Journal.OfDatabase(
                                    text(database, "name"), list(database.path("changes"), JournalJson::change))),
                    list(node.path("folders"), JsonNode::textValue).stream().collect(Collectors.toSet()),
                    list(node.path("manifests"), JournalJson::manifest),
                    list(
                            node.path("decisions"),
                            decision -> new Decision(text(decision, "location"), text(decision, "reason"))),
                    lines(node.path("warnings")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds what is no journal: " + e.getMessage(), e);
        }
    }

    private static void write(ObjectNode node, ManifestFolder manifest) {
        node.put("bucket", manifest.folder().bucket())
                .put("prefix", manifest.folder().prefix());
        manifest.files().forEach(node.putObject("files")::put);
    }

    private static ManifestFolder manifest(JsonNode node) {
        Map<String, String> files = new TreeMap<>();
        node.path("files")
                .fields()
                .forEachRemaining(
                        file -> files.put(file.getKey(), file.getValue().textValue()));
        return new ManifestFolder(new S3Path(text(node, "bucket"), text(node, "prefix")), files);
    }

    private static void write(ObjectNode node, Journal.Change journaled) {
        CatalogChange change = journaled.change();
        node.put("kind", change.getClass().getSimpleName()).put("table", change.table());
        lines(node.putArray("lines"), change.lines());
        shapes(node, "partitionsBefore", journaled.before());
        if (change instanceof CatalogChange.CreateTable create) {
            node.set("after", shape(create.input()));
            node.put("partitionIndex", create.partitionIndex());
        } else if (change instanceof CatalogChange.UpdateTable update) {
            node.set("before", shape(update.before()));
            node.set("after", shape(update.after()));
        } else if (change instanceof CatalogChange.DeprecateTable deprecate) {
            node.set("before", shape(deprecate.before()));
            node.set("after", shape(deprecate.after()));
        } else if (change instanceof CatalogChange.DeleteTable delete) {
            node.set("before", shape(delete.before()));
        } else if (change instanceof CatalogChange.CreatePartitions create) {
            shapes(node, "partitions", create.partitions());
        } else if (change instanceof CatalogChange.UpdatePartitions update) {
            shapes(node, "partitions", update.partitions());
        } else if (change instanceof CatalogChange.DeletePartitions delete) {
            delete.values()
                    .forEach(values -> values.forEach(node.withArray("values").addArray()::add));
        }
    }

    private static Journal.Change change(JsonNode node) {
        List<LogLine> lines = lines(node.path("lines"));
        String table = text(node, "table");
        CatalogChange change =
                switch (text(node, "kind")) {
                    case "CreateTable" -> new CatalogChange.CreateTable(
                            after(node), node.path("partitionIndex").booleanValue(), lines);
                    case "UpdateTable" -> new CatalogChange.UpdateTable(before(node), after(node), lines);
                    case "DeprecateTable" -> new CatalogChange.DeprecateTable(before(node), after(node), lines);
                    case "DeleteTable" -> new CatalogChange.DeleteTable(before(node), lines);
                    case "CreatePartitions" -> new CatalogChange.CreatePartitions(table, partitions(node), lines);
                    case "UpdatePartitions" -> new CatalogChange.UpdatePartitions(table, partitions(node), lines);
                    case "DeletePartitions" -> new CatalogChange.DeletePartitions(
                            table, list(node.path("values"), values -> list(values, JsonNode::textValue)), lines);
                    case "OnlyLogged" -> new CatalogChange.OnlyLogged(table, lines);
                    default -> throw new IllegalStateException("No change of a journal: " + text(node, "kind"));
                };
        return new Journal.Change(change, shapes(node.path("partitionsBefore"), Partition::builder));
    }

    private static Table before(JsonNode node) {
        return ShapeJson.read(node.path("before").toString(), Table.builder());
    }

    private static TableInput after(JsonNode node) {
        return ShapeJson.read(node.path("after").toString(), TableInput.builder());
    }

    private static List<PartitionInput> partitions(JsonNode node) {
        return shapes(node.path("partitions"), PartitionInput::builder);
    }

    private static JsonNode shape(SdkPojo shape) {
        try {
            return JSON.readTree(ShapeJson.write(shape));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A shape is no JSON", e);
        }
    }

    private static void shapes(ObjectNode node, String name, List<? extends SdkPojo> shapes) {
        if (!shapes.isEmpty()) {
            ArrayNode array = node.putArray(name);
            shapes.forEach(shape -> array.add(shape(shape)));
        }
    }

    private static <T> List<T> shapes(JsonNode array, Supplier<? extends SdkBuilder<?, T>> builder) {
        return list(array, each -> ShapeJson.read(each.toString(), builder.get()));
    }

    private static void lines(ArrayNode array, List<LogLine> lines) {
        lines.forEach(
                line -> array.addObject().put("level", line.level().toString()).put("text", line.text()));
    }

    private static List<LogLine> lines(JsonNode array) {
        return list(array, line -> new LogLine(LogLine.Level.valueOf(text(line, "level")), text(line, "text")));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        return StreamSupport.stream(array.spliterator(), false).map(read).toList();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }
}
