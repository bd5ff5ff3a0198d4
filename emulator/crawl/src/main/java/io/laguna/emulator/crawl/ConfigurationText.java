package io.laguna.emulator.crawl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The JSON of a crawler's configuration.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/crawler-configuration.html">Customizing crawler behavior</a>
 */
final class ConfigurationText {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ConfigurationText() {}

    static CrawlConfiguration read(String json) {
        JsonNode root = parsed(json);
        check(root, "Configuration", Set.of("Version", "CrawlerOutput", "Grouping", "CreatePartitionIndex"));
        if (!root.path("Version").isNumber() || root.path("Version").doubleValue() != 1) {
            throw new IllegalArgumentException("Configuration must have the Version 1.0.");
        }
        JsonNode output = root.path("CrawlerOutput");
        check(output, "CrawlerOutput", Set.of("Tables", "Partitions"));
        JsonNode tables = output.path("Tables");
        check(tables, "CrawlerOutput.Tables", Set.of("AddOrUpdateBehavior", "TableThreshold"));
        JsonNode partitions = output.path("Partitions");
        check(partitions, "CrawlerOutput.Partitions", Set.of("AddOrUpdateBehavior"));
        JsonNode grouping = root.path("Grouping");
        check(grouping, "Grouping", Set.of("TableGroupingPolicy", "TableLevelConfiguration", "TableThreshold"));
        OptionalInt threshold = number(tables, "CrawlerOutput.Tables.TableThreshold");
        return new CrawlConfiguration(
                isSet(tables, "CrawlerOutput.Tables.AddOrUpdateBehavior", "MergeNewColumns"),
                isSet(partitions, "CrawlerOutput.Partitions.AddOrUpdateBehavior", "InheritFromTable"),
                isSet(grouping, "Grouping.TableGroupingPolicy", "CombineCompatibleSchemas"),
                number(grouping, "Grouping.TableLevelConfiguration"),
                threshold.isPresent() ? threshold : number(grouping, "Grouping.TableThreshold"),
                flag(root, "CreatePartitionIndex"));
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Configuration is not a valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void check(JsonNode node, String path, Set<String> known) {
        if (node.isMissingNode()) {
            return;
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException(path + " must be an object.");
        }
        List<String> unknown = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    path + " contains unsupported keys: " + String.join(", ", unknown) + ".");
        }
    }

    private static boolean isSet(JsonNode parent, String path, String value) {
        JsonNode node = member(parent, path);
        if (node.isMissingNode()) {
            return false;
        }
        if (!node.isTextual() || !node.textValue().equals(value)) {
            throw new IllegalArgumentException(path + " contains an unsupported value: " + node.asText() + ".");
        }
        return true;
    }

    private static OptionalInt number(JsonNode parent, String path) {
        JsonNode node = member(parent, path);
        if (node.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!node.canConvertToInt() || node.intValue() < 1) {
            throw new IllegalArgumentException(path + " must be a positive number.");
        }
        return OptionalInt.of(node.intValue());
    }

    private static boolean flag(JsonNode parent, String path) {
        JsonNode node = member(parent, path);
        if (!node.isMissingNode() && !node.isBoolean()) {
            throw new IllegalArgumentException(path + " must be true or false.");
        }
        return node.asBoolean(true);
    }

    private static JsonNode member(JsonNode parent, String path) {
        return parent.path(path.substring(path.lastIndexOf('.') + 1));
    }
}
