package io.laguna.emulator.crawl.change;

import io.laguna.emulator.crawl.table.Marks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * A table, or a partition, that gets the columns that it does not have, and keeps those that it has as they are.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/crawler-schema-changes-prevent.html">How to prevent the crawler
 *     from changing an existing schema</a>
 */
final class NewColumns {
    private static final String PATHS = "paths";

    private NewColumns() {}

    /** Returns the sentence that says why nothing can be merged, if so: the files are read in another way. */
    static Optional<String> obstacle(Table before, TableInput found) {
        return List.of("classification", "compressionType", "delimiter").stream()
                .filter(name -> found.parameters().containsKey(name))
                .filter(name ->
                        !found.parameters().get(name).equals(before.parameters().get(name)))
                .findFirst()
                .map(name -> "Cannot merge new columns into the table " + before.name()
                        + " as defined in the Data Catalog because the parameter '" + name
                        + "' has changed. The existing value is '"
                        + before.parameters().get(name) + "', and the crawled value is '"
                        + found.parameters().get(name) + "'. The table is marked deprecated.");
    }

    static TableInput merged(Table before, TableInput found) {
        Map<String, String> parameters = merged(before.parameters(), found.parameters());
        return Inputs.of(before).toBuilder()
                .parameters(parameters)
                .storageDescriptor(merged(before.storageDescriptor(), found.storageDescriptor()))
                .build();
    }

    /** Formats stay; of the SerDe's parameters those are changed that a crawler sets. */
    static StorageDescriptor merged(StorageDescriptor before, StorageDescriptor found) {
        Set<String> known = before.columns().stream().map(Column::name).collect(Collectors.toSet());
        List<Column> columns = new ArrayList<>(before.columns());
        found.columns().stream()
                .filter(column -> !known.contains(column.name()))
                .forEach(columns::add);
        StorageDescriptor.Builder merged = before.toBuilder()
                .columns(columns)
                .location(found.location())
                .parameters(merged(before.parameters(), found.parameters()));
        if (before.serdeInfo() != null) {
            merged.serdeInfo(before.serdeInfo().toBuilder()
                    .parameters(serde(
                            before.serdeInfo().parameters(), found.serdeInfo().parameters()))
                    .build());
        }
        return merged.build();
    }

    private static Map<String, String> merged(Map<String, String> before, Map<String, String> found) {
        Map<String, String> parameters = new HashMap<>(before);
        parameters.remove(Marks.DEPRECATED);
        parameters.putAll(found);
        return parameters;
    }

    private static Map<String, String> serde(Map<String, String> before, Map<String, String> found) {
        Map<String, String> parameters = new HashMap<>(before);
        found.forEach((name, value) -> {
            if (name.equals(PATHS) && before.containsKey(PATHS)) {
                Set<String> paths =
                        new TreeSet<>(Arrays.asList(before.get(PATHS).split(",", -1)));
                paths.addAll(Arrays.asList(value.split(",", -1)));
                parameters.put(PATHS, String.join(",", paths));
            } else {
                parameters.put(name, value);
            }
        });
        return parameters;
    }
}
