package io.laguna.emulator.glue.crawler.work;

import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.crawl.Decision;
import io.laguna.emulator.crawl.FoundTable;
import io.laguna.engines.jdbc.JdbcFailure;
import io.laguna.engines.jdbc.JdbcTable;
import io.laguna.engines.jdbc.JdbcTables;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.JdbcMetadataEntry;
import software.amazon.awssdk.services.glue.model.JdbcTarget;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * The tables and views of databases, as a crawl describes them: named {@code database_schema_table}, located at
 * {@code database.schema.table}, with the connection by which jobs read them.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/define-crawler.html">Include paths of JDBC targets</a>
 */
record JdbcFinds(CrawlSettings settings, CrawlOrder order) {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int LONGEST_NAME = 128;

    /** Returns the tables of a target, and adds why others are none. */
    List<FoundTable> of(JdbcTarget target, List<Decision> decisions) throws InterruptedException {
        JdbcTables all = all(target);
        List<PathMatcher> exclusions = target.exclusions().stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
        List<FoundTable> found = new ArrayList<>();
        for (JdbcTable table : all.tables()) {
            Path path = Path.of(parts(table).skip(1).collect(Collectors.joining("/")));
            boolean excluded =
                    exclusions.stream().anyMatch(glob -> glob.matches(path) || glob.matches(Path.of(table.name())));
            if (excluded) {
                decisions.add(new Decision(location(table), "is excluded"));
            } else {
                found.add(new FoundTable(input(target, table, all.product()), List.of(), FoundTable.Kind.JDBC));
            }
        }
        if (all.tables().isEmpty()) {
            decisions.add(
                    new Decision(target.path(), "includes no table and no view of the database; the case counts"));
        }
        return found;
    }

    private JdbcTables all(JdbcTarget target) throws InterruptedException {
        try {
            return settings.connections().tables(order.caller(), target.connectionName(), target.path(), LIMIT);
        } catch (JdbcFailure | GlueException e) {
            throw new CrawlFailedException(
                    "The connection " + target.connectionName() + " does not work: " + e.getMessage(), e);
        }
    }

    private TableInput input(JdbcTarget target, JdbcTable table, String product) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "CrawlerSchemaDeserializerVersion",
                "1.0",
                "CrawlerSchemaSerializerVersion",
                "1.0",
                "UPDATED_BY_CRAWLER",
                order.crawler().name(),
                "CRAWL_RUN_ID",
                order.id(),
                "classification",
                classification(product),
                "compressionType",
                "none",
                "connectionName",
                target.connectionName(),
                "typeOfData",
                table.isView() ? "view" : "table"));
        List<String> metadata = target.enableAdditionalMetadataAsStrings();
        boolean comments = metadata.contains(JdbcMetadataEntry.COMMENTS.toString());
        boolean rawTypes = metadata.contains(JdbcMetadataEntry.RAWTYPES.toString());
        TableInput.Builder input = TableInput.builder()
                .name(name(table))
                .owner("owner")
                .retention(0)
                .tableType("EXTERNAL_TABLE")
                .parameters(parameters)
                .partitionKeys(List.of())
                .storageDescriptor(StorageDescriptor.builder()
                        .columns(table.columns().stream()
                                .map(column -> column(column, product, comments, rawTypes))
                                .toList())
                        .location(location(table))
                        .compressed(false)
                        .numberOfBuckets(-1)
                        .serdeInfo(SerDeInfo.builder().parameters(Map.of()).build())
                        .bucketColumns(List.of())
                        .sortColumns(List.of())
                        .parameters(parameters)
                        .storedAsSubDirectories(false)
                        .build());
        Optional.of(table.comment())
                .filter(comment -> comments && !comment.isEmpty())
                .ifPresent(input::description);
        return input.build();
    }

    private static Column column(JdbcTable.Column column, String product, boolean comments, boolean rawTypes) {
        Column.Builder made =
                Column.builder().name(column.name().toLowerCase(Locale.ROOT)).type(JdbcTypes.of(column, product));
        if (comments && !column.comment().isEmpty()) {
            made.comment(
                    column.comment().substring(0, Math.min(255, column.comment().length())));
        }
        if (rawTypes) {
            made.parameters(Map.of("rawType", column.typeName()));
        }
        return made.build();
    }

    private String name(JdbcTable table) {
        String prefix = Optional.ofNullable(order.crawler().tablePrefix()).orElse("");
        String name = prefix
                + parts(table)
                        .collect(Collectors.joining("_"))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_]", "_");
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static String location(JdbcTable table) {
        return parts(table).collect(Collectors.joining("."));
    }

    private static Stream<String> parts(JdbcTable table) {
        return Stream.of(table.database(), table.schema(), table.name()).filter(part -> !part.isEmpty());
    }

    private static String classification(String product) {
        String name = product.toLowerCase(Locale.ROOT);
        if (name.startsWith("microsoft sql server")) {
            return "sqlserver";
        }
        // MariaDB is a MySQL to Glue.
        return name.equals("mariadb") ? "mysql" : name.replaceAll("[^a-z0-9]", "");
    }
}
