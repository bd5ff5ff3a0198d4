package io.laguna.glue.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.glue.SharedSpark;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.sink.Sinks;
import io.laguna.glue.source.Sources;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database as source and sink, by Derby, which is on Spark's class path. */
class JdbcTest {
    private static final String URL = "jdbc:derby:memory:shop;create=true";

    private final GlueContext glue = SharedSpark.context();
    private Connection connection;
    private Statement statement;

    @BeforeEach
    void fill() throws SQLException {
        connection = DriverManager.getConnection(URL);
        statement = connection.createStatement();
        statement.execute("CREATE TABLE sales (id INT, city VARCHAR(10))");
        statement.execute("INSERT INTO sales VALUES (1, 'a'), (2, 'b'), (3, NULL), (NULL, 'd')");
    }

    @AfterEach
    void drop() throws SQLException {
        statement.execute("DROP TABLE sales");
        connection.close();
    }

    private static Map<String, Object> options(String... more) {
        Map<String, Object> options = new HashMap<>(Map.of(
                "url", URL, "dbtable", "sales", "customJdbcDriverClassName", "org.apache.derby.jdbc.EmbeddedDriver"));
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        return options;
    }

    private DynamicFrame read(Map<String, Object> options) throws IOException {
        return Sources.of(glue, "custom.jdbc", options, "").getDynamicFrame();
    }

    @Test
    void aTableIsReadInOnePartAndAsRows() throws IOException {
        DynamicFrame frame = read(options());
        assertThat(frame.isTyped()).isTrue();
        assertThat(frame.partitions()).isEqualTo(1);
        assertThat(frame.count()).isEqualTo(4);
    }

    @Test
    void anExpressionReadsInPartsAndLosesNoNull() throws IOException {
        DynamicFrame frame = read(options("hashexpression", "id"));
        assertThat(frame.partitions()).isEqualTo(7);
        assertThat(frame.count()).isEqualTo(4);
        assertThat(read(options("hashexpression", "id", "hashpartitions", "2")).partitions())
                .isEqualTo(2);
    }

    @Test
    void aQueryIsReadInsteadOfATable() throws IOException {
        for (String option : List.of("query", "sampleQuery")) {
            assertThat(read(options(option, "SELECT id FROM sales WHERE id > 1;"))
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void rowsAreAddedBetweenTheActions() throws IOException, SQLException {
        DynamicFrame more =
                DynamicFrame.ofDataFrame(glue.sparkSession().sql("SELECT 9 AS ID, 'z' AS CITY"), glue, "more");
        Sinks.of(
                        glue,
                        "custom.jdbc",
                        options(
                                "preactions", "DELETE FROM sales WHERE id = 1; DELETE FROM sales WHERE id = 2",
                                "postactions", "UPDATE sales SET city = 'y' WHERE id = 9;",
                                "bulkSize", "10"))
                .writeDynamicFrame(more);
        assertThat(read(options()).structs().map(Object::toString).collect())
                .containsExactlyInAnyOrder(
                        "{\"ID\": 3, \"CITY\": null}",
                        "{\"ID\": null, \"CITY\": \"d\"}",
                        "{\"ID\": 9, \"CITY\": \"y\"}");
    }

    @Test
    void anActionThatFailsSaysWhich() {
        DynamicFrame none = DynamicFrame.ofDataFrame(glue.sparkSession().sql("SELECT 9 AS ID"), glue, "none");
        assertThatThrownBy(() -> Sinks.of(glue, "custom.jdbc", options("preactions", "DROP TABLE nope"))
                        .writeDynamicFrame(none))
                .hasMessageStartingWith("The preactions failed: ");
    }

    @Test
    void aDriverThatIsNotThereSaysHowToGiveIt() {
        assertThatThrownBy(() -> Database.of(glue.sparkSession(), Options.of(Map.of("url", "jdbc:oracle:thin:@h:1/x"))))
                .hasMessageContaining("oracle.jdbc.OracleDriver is on no class path")
                .hasMessageContaining("--extra-jars");
        assertThatThrownBy(() ->
                        Database.of(glue.sparkSession(), Options.of(Map.of("url", "jdbc:other://h/x?password=p"))))
                .hasMessageContaining("No driver is known for jdbc:other://h/x:");
        assertThatThrownBy(() -> Database.of(glue.sparkSession(), Options.NONE)).hasMessage("Missing option: url");
    }

    @Test
    void redshiftAndPostgresqlAreReachedByTheirOwnDriversWhichAnAddressAloneFinds() throws SQLException {
        for (String vendor : List.of("redshift", "postgresql")) {
            String url = "jdbc:" + vendor + "://h:5439/dev";

            assertThat(Database.of(glue.sparkSession(), Options.of(Map.of("url", url)))
                            .driver())
                    .contains(vendor);
            assertThat(DriverManager.getDriver(url).getClass().getName()).contains(vendor);
        }
    }

    @Test
    void everyVendorHashesAColumnInItsOwnWords() {
        for (Vendor vendor : Vendor.values()) {
            List<String> parts = HashParts.of(Options.of(Map.of("hashfield", "city", "hashpartitions", 3)), vendor);
            assertThat(parts).hasSize(3);
            assertThat(parts.get(0)).contains("city").endsWith(" = 0 OR (city) IS NULL");
            assertThat(parts.get(2)).endsWith(" = 2");
        }
    }
}
