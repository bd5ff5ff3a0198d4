package io.laguna.emulator.glue;

import static io.laguna.emulator.glue.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Comparator;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.PropertyPredicate;
import software.amazon.awssdk.services.glue.model.SearchTablesRequest;
import software.amazon.awssdk.services.glue.model.Sort;
import software.amazon.awssdk.services.glue.model.SortCriterion;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

@ExtendWith(CatalogLake.class)
class TableSearchTest {
    private final CatalogLake.Running lake;
    private final GlueClient glue;
    private String database;

    TableSearchTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @BeforeEach
    void newTables() {
        database = TestTables.database(glue);
        create(table("customer-link", lake.location("a"))
                .description("Clientes de Bogotá")
                .owner("zoe")
                .build());
        create(table("xx-link-yy", lake.location("b")).owner("ana").build());
        create(table("xxlinkyy", lake.location("c"))
                .owner("mia")
                .parameters(Map.of("classification", "csv"))
                .build());
    }

    @Test
    void namesAreComparedByTheirWords() {
        assertThat(search(request -> {}, filter("Name", "link"))).containsExactly("customer-link", "xx-link-yy");
        assertThat(search(request -> {}, filter("Name", "xxlinkyy"))).containsExactly("xxlinkyy");
        assertThat(search(request -> {}, filter("classification", "csv"))).containsExactly("xxlinkyy");
        assertThat(search(request -> {}, filter("Owner", "nobody"))).isEmpty();
    }

    @Test
    void textIsLookedForEverywhereAndInQuotesAsAWhole() {
        assertThat(search(request -> request.searchText("bogotá"))).containsExactly("customer-link");
        assertThat(search(request -> request.searchText("LINK"))).hasSize(3);
        assertThat(search(request -> request.searchText("\"xxlinkyy\""))).containsExactly("xxlinkyy");
        assertThat(search(request -> request.searchText("\"link\""))).isEmpty();
    }

    @Test
    void timesAreCompared() {
        String before = Instant.now().minusSeconds(600).toString();
        assertThat(search(request -> {}, time("CreateTime", before, Comparator.GREATER_THAN)))
                .hasSize(3);
        assertThat(search(request -> {}, time("CreateTime", before, Comparator.LESS_THAN)))
                .isEmpty();
        assertThatThrownBy(() -> search(request -> {}, time("CreateTime", "yesterday", Comparator.EQUALS)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void resultsAreSortedAndPaged() {
        assertThat(search(request -> request.sortCriteria(by("Owner", Sort.ASC))))
                .containsExactly("xx-link-yy", "xxlinkyy", "customer-link");
        assertThat(search(
                        request -> request.sortCriteria(by("Owner", Sort.DESC)).maxResults(1)))
                .containsExactly("customer-link", "xxlinkyy", "xx-link-yy");
    }

    private List<String> search(Consumer<SearchTablesRequest.Builder> request, PropertyPredicate... filters) {
        SearchTablesRequest.Builder builder = SearchTablesRequest.builder();
        request.accept(builder);
        List<PropertyPredicate> all = new ArrayList<>(List.of(filters));
        all.add(filter("DatabaseName", database));
        return glue.searchTablesPaginator(builder.filters(all).build()).stream()
                .flatMap(page -> page.tableList().stream())
                .map(Table::name)
                .toList();
    }

    private static PropertyPredicate filter(String key, String value) {
        return PropertyPredicate.builder().key(key).value(value).build();
    }

    private static PropertyPredicate time(String key, String value, Comparator comparator) {
        return filter(key, value).copy(change -> change.comparator(comparator));
    }

    private static SortCriterion by(String field, Sort sort) {
        return SortCriterion.builder().fieldName(field).sort(sort).build();
    }

    private void create(TableInput input) {
        glue.createTable(request -> request.databaseName(database).tableInput(input));
    }
}
