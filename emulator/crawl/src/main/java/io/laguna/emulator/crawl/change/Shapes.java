package io.laguna.emulator.crawl.change;

import io.laguna.emulator.crawl.table.Marks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** The parts of a table or a partition that are compared: all that a crawler writes, but for the id of the crawl. */
final class Shapes {
    /** The parameters that the metastore adds by itself. */
    private static final Set<String> IGNORED = Set.of(Marks.RUN, "transient_lastDdlTime", "EXTERNAL");

    private Shapes() {}

    static String location(Table table) {
        return location(table.storageDescriptor());
    }

    static String location(TableInput table) {
        return location(table.storageDescriptor());
    }

    /** Returns the address without a slash at its end; empty when there is none. */
    private static String location(StorageDescriptor storage) {
        String location =
                Optional.ofNullable(storage).map(StorageDescriptor::location).orElse("");
        return location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
    }

    static boolean sameKeys(Table before, TableInput after) {
        return names(before.partitionKeys()).equals(names(after.partitionKeys()));
    }

    static boolean same(Table before, TableInput after) {
        return relevant(before.parameters()).equals(relevant(after.parameters()))
                && text(before.description()).equals(text(after.description()))
                && same(before.storageDescriptor(), after.storageDescriptor());
    }

    static boolean same(StorageDescriptor before, StorageDescriptor after) {
        return columns(before).equals(columns(after))
                && location(before).equals(location(after))
                && relevant(before.parameters()).equals(relevant(after.parameters()))
                && text(before.inputFormat()).equals(text(after.inputFormat()))
                && text(before.outputFormat()).equals(text(after.outputFormat()))
                && Boolean.TRUE.equals(before.compressed()) == Boolean.TRUE.equals(after.compressed())
                && serde(before).equals(serde(after));
    }

    static Map<String, String> relevant(Map<String, String> parameters) {
        Map<String, String> relevant = new HashMap<>(parameters);
        relevant.keySet().removeAll(IGNORED);
        return relevant;
    }

    private record Serde(String library, Map<String, String> parameters) {}

    private static Serde serde(StorageDescriptor storage) {
        SerDeInfo serde = Optional.ofNullable(storage.serdeInfo())
                .orElseGet(() -> SerDeInfo.builder().build());
        return new Serde(text(serde.serializationLibrary()), Map.copyOf(serde.parameters()));
    }

    private record Shape(String name, String type, String comment) {}

    private static List<Shape> columns(StorageDescriptor storage) {
        return storage.columns().stream()
                .map(column -> new Shape(text(column.name()), text(column.type()), text(column.comment())))
                .toList();
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static String text(String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
