package io.laguna.emulator.cli;

import io.laguna.emulator.athena.query.Usage;
import io.laguna.emulator.prices.PriceTable;
import io.laguna.emulator.prices.QueryPrice;
import io.laguna.engines.process.Workspace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsRequest;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.Row;

/** The printer of a query's result and of its figures. */
record QueryPrinter(AthenaClient athena, Terminal terminal, PriceTable prices) {
    private static final int LARGEST_PAGE = 1000;

    /** Returns the latest of the price tables. */
    static PriceTable prices(Workspace workspace) {
        return PriceTable.read(PriceTable.latest(workspace.home().resolve("data/prices")));
    }

    /**
     * Prints a query.
     *
     * @param most the most rows to print
     */
    void print(QueryExecution query, int most) {
        boolean isTable = query.resultConfiguration().outputLocation().endsWith(".csv");
        Result result = result(query.queryExecutionId(), most + (isTable ? 1 : 0));
        if (isTable) {
            List<List<String>> rows = result.rows().subList(1, result.rows().size());
            new TextTable(
                            result.columns().stream().map(ColumnInfo::name).toList(),
                            result.columns().stream().map(ColumnInfo::type).toList(),
                            rows)
                    .lines()
                    .forEach(terminal::print);
        } else {
            result.rows().forEach(row -> terminal.print(String.join("\t", row)));
        }
        if (result.hasMore()) {
            terminal.print("… and more: --max-rows, or the file below");
        }
        terminal.print("");
        terminal.print("  " + counted(query, result, isTable) + " in "
                + Terminal.seconds(Duration.ofMillis(query.statistics().totalExecutionTimeInMillis()))
                + ", " + Terminal.count(query.statistics().dataScannedInBytes()) + " bytes scanned; on AWS "
                + cost(query));
        terminal.print("  result  " + query.resultConfiguration().outputLocation());
    }

    private String cost(QueryExecution query) {
        if (!Usage.isCharged(query)) {
            return "no charge";
        }
        BigDecimal dollars = QueryPrice.of(prices).of(query.statistics().dataScannedInBytes());
        return "$" + dollars.toPlainString() + " (prices of " + prices.date() + ")";
    }

    private static String counted(QueryExecution query, Result result, boolean isTable) {
        if (isTable) {
            int rows = result.rows().size() - 1;
            return Terminal.count(rows) + (result.hasMore() ? " of more rows" : rows == 1 ? " row" : " rows");
        }
        return result.updated()
                .filter(count -> query.statistics().dataManifestLocation() != null || count > 0)
                .map(count -> Terminal.count(count) + (count == 1 ? " row written" : " rows written"))
                .orElse("Done");
    }

    /**
     * The first rows of a result.
     *
     * @param hasMore whether there are more rows
     * @param updated the rows that were written
     */
    private record Result(List<ColumnInfo> columns, List<List<String>> rows, boolean hasMore, Optional<Long> updated) {}

    private Result result(String id, int most) {
        List<List<String>> rows = new ArrayList<>();
        Optional<String> token = Optional.empty();
        while (true) {
            GetQueryResultsRequest request = GetQueryResultsRequest.builder()
                    .queryExecutionId(id)
                    .maxResults(Math.min(LARGEST_PAGE, most - rows.size()))
                    .nextToken(token.orElse(null))
                    .build();
            GetQueryResultsResponse page = athena.getQueryResults(request);
            page.resultSet().rows().stream().map(QueryPrinter::values).forEach(rows::add);
            token = Optional.ofNullable(page.nextToken());
            if (token.isEmpty() || rows.size() >= most) {
                return new Result(
                        page.resultSet().resultSetMetadata().columnInfo(),
                        rows,
                        token.isPresent(),
                        Optional.ofNullable(page.updateCount()));
            }
        }
    }

    private static List<String> values(Row row) {
        return row.data().stream()
                .map(Datum::varCharValue)
                .map(value -> Optional.ofNullable(value).orElse("NULL"))
                .toList();
    }
}
