package io.laguna.emulator.redshift.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.redshift.session.Carriers;
import io.laguna.emulator.redshift.session.LiveCluster;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The questions of drivers to a database, by their own metadata calls. */
class DriverMetadataTest {
    private static final String[] TABLES = {"TABLE", "VIEW"};
    private static LiveCluster cluster;

    @BeforeAll
    static void start() throws SQLException {
        cluster = LiveCluster.start(scope -> Carriers.NONE);
        try (Connection connection = cluster.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "create schema shop",
                    "create table shop.item (id integer not null, name varchar(20) encode zstd, price decimal(8,2) default 1.5,"
                            + " made timestamp, details super, primary key (id)) distkey(id) compound sortkey(made, id)",
                    "create table shop.sale (sale bigint identity(1,1), item integer references shop.item(id), \"When\" date)",
                    "create view shop.cheap as select id, name from shop.item where price < 10",
                    "create procedure shop.tidy(n int, inout done int) as $$ begin done := n; end; $$ language plpgsql",
                    "create function shop.twice(n int) returns int immutable as $$ select $1 * 2 $$ language sql",
                    "create user reader password 'Reader-of-tests-1'",
                    "grant usage on schema shop to reader",
                    "grant select on shop.item to reader")) {
                statement.execute(sql);
            }
        }
    }

    @AfterAll
    static void close() throws IOException {
        cluster.close();
    }

    private static Connection connect(String driver) throws SQLException {
        return cluster.connect(
                driver,
                LiveCluster.USER,
                LiveCluster.PASSWORD,
                LiveCluster.DATABASE,
                Map.of(driver.equals("redshift") ? "ssl" : "sslmode", driver.equals("redshift") ? "false" : "prefer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"redshift", "postgresql"})
    void driversFindSchemasTablesAndColumns(String driver) throws SQLException {
        try (Connection connection = connect(driver)) {
            DatabaseMetaData metadata = connection.getMetaData();

            assertThat(list(metadata.getCatalogs(), "TABLE_CAT")).containsExactly("dev");
            assertThat(list(metadata.getSchemas(), "TABLE_SCHEM"))
                    .contains("shop", "public", "pg_catalog", "information_schema")
                    .noneMatch(name -> name.startsWith("laguna"));
            assertThat(list(metadata.getTables("dev", "shop", "%", TABLES), "TABLE_NAME", "TABLE_TYPE"))
                    .containsExactlyInAnyOrder("item|TABLE", "sale|TABLE", "cheap|VIEW");
            assertThat(list(
                            metadata.getColumns("dev", "shop", "item", "%"),
                            "COLUMN_NAME",
                            "TYPE_NAME",
                            "COLUMN_SIZE",
                            "DECIMAL_DIGITS",
                            "IS_NULLABLE"))
                    .startsWith("id|int4|10|0|NO")
                    .hasSize(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redshift", "postgresql"})
    void driversFindKeysThatAreRecorded(String driver) throws SQLException {
        try (Connection connection = connect(driver)) {
            DatabaseMetaData metadata = connection.getMetaData();

            assertThat(list(metadata.getPrimaryKeys("dev", "shop", "item"), "COLUMN_NAME", "KEY_SEQ", "PK_NAME"))
                    .containsExactly("id|1|item_pkey");
            assertThat(list(
                            metadata.getImportedKeys("dev", "shop", "sale"),
                            "PKTABLE_NAME",
                            "PKCOLUMN_NAME",
                            "FKCOLUMN_NAME"))
                    .containsExactly("item|id|item");
            assertThat(list(metadata.getExportedKeys("dev", "shop", "item"), "FKTABLE_NAME", "FKCOLUMN_NAME"))
                    .containsExactly("sale|item");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redshift", "postgresql"})
    void everyMetadataCallOfADriverIsAnswered(String driver) throws SQLException {
        try (Connection connection = connect(driver)) {
            DatabaseMetaData metadata = connection.getMetaData();

            assertThat(list(metadata.getProcedures("dev", "shop", "%"), "PROCEDURE_NAME"))
                    .contains("tidy");
            assertThat(list(metadata.getFunctions("dev", "shop", "%"), "FUNCTION_NAME"))
                    .contains("twice");
            assertThat(list(metadata.getProcedureColumns("dev", "shop", "tidy", "%"), "COLUMN_NAME"))
                    .contains("n", "done");
            assertThat(list(metadata.getFunctionColumns("dev", "shop", "twice", "%"), "COLUMN_NAME"))
                    .contains("n");
            assertThat(list(metadata.getTablePrivileges("dev", "shop", "item"), "GRANTEE", "PRIVILEGE"))
                    .contains("reader|SELECT");
            assertThat(list(metadata.getColumnPrivileges("dev", "shop", "item", "%"), "COLUMN_NAME"))
                    .isNotNull();
            assertThat(list(metadata.getTypeInfo(), "TYPE_NAME")).contains("varchar", "int8");
            assertThat(list(metadata.getTableTypes(), "TABLE_TYPE")).contains("TABLE", "VIEW");
            assertThat(list(metadata.getIndexInfo("dev", "shop", "item", false, false), "INDEX_NAME"))
                    .isNotNull();
            assertThat(list(metadata.getBestRowIdentifier("dev", "shop", "item", 1, true), "COLUMN_NAME"))
                    .isNotNull();
            assertThat(list(metadata.getVersionColumns("dev", "shop", "item"), "COLUMN_NAME"))
                    .isNotNull();
            assertThat(list(metadata.getClientInfoProperties(), "NAME")).isNotNull();
            assertThat(metadata.getDatabaseProductVersion()).isEqualTo("8.0.2");
            assertThat(metadata.getUserName()).isEqualTo(LiveCluster.USER);
        }
    }

    private static List<String> list(ResultSet rows, String... columns) throws SQLException {
        List<String> list = new ArrayList<>();
        while (rows.next()) {
            List<String> values = new ArrayList<>();
            for (String column : columns) {
                values.add(rows.getString(column));
            }
            list.add(String.join("|", values));
        }
        return list;
    }
}
