package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.request.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.glue.model.SearchTablesRequest;
import software.amazon.awssdk.services.glue.model.SearchTablesResponse;
import software.amazon.awssdk.services.glue.model.Sort;
import software.amazon.awssdk.services.glue.model.SortCriterion;
import software.amazon.awssdk.services.glue.model.Table;

/**
 * The operation SearchTables, over every table of every database:
 * https://docs.aws.amazon.com/glue/latest/webapi/API_SearchTables.html
 */
final class TableSearch extends Room {
    private static final int PAGE = 1000;
    private static final char LOWEST = '\u0001';
    private static final char HIGHEST = '\uD7FF';

    private final Account account;
    private final DatabaseRecords databases;
    private final TableRecords tables;

    TableSearch(Account account, DatabaseRecords databases, TableRecords tables) {
        this.account = account;
        this.databases = databases;
        this.tables = tables;
    }

    @Override
    public SearchTablesResponse searchTables(SearchTablesRequest request) {
        account.check(request);
        new Constraints()
                .range("maxResults", request.maxResults(), 1, PAGE)
                .length("searchText", request.searchText(), 0, 1024)
                .size("sortCriteria", request.sortCriteria(), 0, 1)
                .check();
        SearchCriteria criteria = new SearchCriteria(request.filters(), Optional.ofNullable(request.searchText()));
        TableShape shape = new TableShape(account);
        Map<String, Table> found = new TreeMap<>();
        for (String database : databases.names().all()) {
            tables.records(database, tables.names(database).all()).stream()
                    .map(shape::of)
                    .filter(criteria::match)
                    .forEach(table -> found.put(order(table, request.sortCriteria()), table));
        }
        Page<String> page = Page.ofSorted(
                List.copyOf(found.keySet()),
                Function.identity(),
                request.nextToken(),
                Page.size(request.maxResults(), PAGE),
                Failures::badToken);
        return SearchTablesResponse.builder()
                .tableList(page.entries().stream().map(found::get).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    /** Returns a text by which tables sort in the requested order. The text also tells where a page ended. */
    private static String order(Table table, List<SortCriterion> criteria) {
        StringBuilder order = new StringBuilder();
        for (SortCriterion criterion : criteria) {
            String value = SearchCriteria.field(
                            table, Optional.ofNullable(criterion.fieldName()).orElse("Name"))
                    .map(HiveName::folded)
                    .orElse("");
            order.append(criterion.sort() == Sort.DESC ? inverted(value) + HIGHEST : value + LOWEST);
        }
        return order.append(table.databaseName())
                .append(LOWEST)
                .append(table.name())
                .toString();
    }

    private static String inverted(String value) {
        StringBuilder inverted = new StringBuilder();
        value.chars().forEach(character -> inverted.append((char) Math.max(LOWEST, HIGHEST - character)));
        return inverted.toString();
    }
}
