package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests of the queries of TPC-H, with their validation parameters, over tables in S3 and over the data that the tables
 * were made of.
 *
 * @see <a href="https://www.tpc.org/tpch/">TPC-H</a>
 */
@Tag("slow")
@ExtendWith(SharedLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TpchSystemTest {
    /** The columns of each table by the engine's names; the standard has a prefix before each. */
    private static final Map<String, String> TABLES = Map.of(
            "part", "partkey name mfgr brand type size container retailprice comment",
            "supplier", "suppkey name address nationkey phone acctbal comment",
            "partsupp", "partkey suppkey availqty supplycost comment",
            "customer", "custkey name address nationkey phone acctbal mktsegment comment",
            "orders", "orderkey custkey orderstatus totalprice orderdate orderpriority clerk shippriority comment",
            "lineitem",
                    "orderkey partkey suppkey linenumber quantity extendedprice discount tax returnflag linestatus"
                            + " shipdate commitdate receiptdate shipinstruct shipmode comment",
            "nation", "nationkey name regionkey comment",
            "region", "regionkey name comment");

    /**
     * The columns that the standard calls "decimal" and that the engine makes doubles of: sums of doubles depend on the
     * order.
     */
    private static final Set<String> DECIMALS = Set.of(
            "retailprice", "acctbal", "supplycost", "totalprice", "quantity", "extendedprice", "discount", "tax");

    private final AthenaSide tables;
    private final AthenaSide source;

    TpchSystemTest(SharedLake.Running running) {
        tables = running.athena("tpch_lake");
        source = running.athena("tpch_source");
    }

    @BeforeAll
    void makeTablesAndViews() {
        TABLES.forEach((table, columns) -> {
            String rows = "SELECT " + selected(table, columns) + " FROM tpch.tiny." + table;
            source.run("CREATE VIEW " + table + " AS " + rows);
            tables.run("CREATE TABLE " + table + " WITH (format = 'PARQUET') AS " + rows);
        });
    }

    @AfterAll
    void closeClients() {
        tables.close();
        source.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22})
    void theTablesGiveWhatTheyWereMadeOf(int number) throws IOException {
        String query = query(String.format("tpch/q%02d.sql", number));

        List<List<Optional<String>>> rows = tables.rows(query);

        assertThat(rows).isEqualTo(source.rows(query));
    }

    private static String selected(String table, String columns) {
        String prefix = table.equals("partsupp") ? "ps" : table.substring(0, 1);
        return Stream.of(columns.split(" ", -1))
                .map(column -> value(column) + " " + prefix + "_" + column)
                .collect(Collectors.joining(", "));
    }

    private static String value(String column) {
        return DECIMALS.contains(column) ? "CAST(" + column + " AS decimal(12, 2))" : column;
    }

    private static String query(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(TpchSystemTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
