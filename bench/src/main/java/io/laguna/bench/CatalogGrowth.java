package io.laguna.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.services.glue.GlueClient;

/**
 * The rates of small requests to the catalog, in a small database and in a large one, of a small table and of a large
 * one.
 */
record CatalogGrowth(GlueClient glue, Figures figures) {
    private static final List<Integer> TABLES = List.of(10, 10_000);
    private static final List<Integer> PARTITIONS = List.of(100, 100_000);
    private static final int TABLES_PAGE = 10;
    private static final int PARTITIONS_PAGE = 100;
    private static final Requests REQUESTS = new Requests(1, Duration.ofSeconds(3), Duration.ofSeconds(4));

    /** Makes everything and then measures it, so that the large objects are there beside the small ones. */
    void measure() throws InterruptedException, ExecutionException {
        CatalogTables catalog = new CatalogTables(glue);
        for (int tables : TABLES) {
            catalog.tables("tables_" + tables, tables);
        }
        catalog.database("partitions");
        for (int partitions : PARTITIONS) {
            catalog.partitions("partitions", "of_" + partitions, partitions);
        }
        for (int tables : TABLES) {
            printTables(tables);
        }
        for (int partitions : PARTITIONS) {
            printPartitions(partitions);
        }
    }

    private void printTables(int tables) throws InterruptedException, ExecutionException {
        String database = "tables_" + tables;
        String last = "t" + (tables - 1);
        print(
                "GetTable",
                tables,
                () -> glue.getTable(get -> get.databaseName(database).name(last)));
        print(
                "GetTables, pages of " + TABLES_PAGE,
                tables,
                new Pages(token -> Optional.ofNullable(glue.getTables(get -> get.databaseName(database)
                                .maxResults(TABLES_PAGE)
                                .nextToken(token.orElse(null)))
                        .nextToken())));
    }

    private void printPartitions(int partitions) throws InterruptedException, ExecutionException {
        String table = "of_" + partitions;
        String day = CatalogTables.day(partitions / PARTITIONS_PAGE - 1);
        print(
                "GetPartition",
                partitions,
                () -> glue.getPartition(
                        get -> get.databaseName("partitions").tableName(table).partitionValues(day, "07")));
        print("GetPartitions, pages of " + PARTITIONS_PAGE, partitions, pages(table, Optional.empty()));
        print(
                "GetPartitions, one day of " + PARTITIONS_PAGE,
                partitions,
                pages(table, Optional.of("day = '" + day + "'")));
    }

    private Pages pages(String table, Optional<String> expression) {
        return new Pages(token -> Optional.ofNullable(glue.getPartitions(get -> get.databaseName("partitions")
                        .tableName(table)
                        .expression(expression.orElse(null))
                        .maxResults(PARTITIONS_PAGE)
                        .nextToken(token.orElse(null)))
                .nextToken()));
    }

    private void print(String what, int of, Runnable request) throws InterruptedException, ExecutionException {
        figures.add(
                String.format(Locale.ROOT, "%s, of %,d", what, of),
                REQUESTS.of(request).toString().strip());
    }
}
