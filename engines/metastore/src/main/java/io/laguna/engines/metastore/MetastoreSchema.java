package io.laguna.engines.metastore;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hive.metastore.MetaStoreSchemaInfoFactory;
import org.apache.hadoop.hive.metastore.conf.MetastoreConf;
import org.apache.hadoop.hive.metastore.conf.MetastoreConf.ConfVars;
import org.apache.hadoop.hive.metastore.tools.MetastoreSchemaTool;

/** The tables of the metastore in PostgreSQL, made and upgraded by Hive's own scripts (METASTORE_HOME). */
final class MetastoreSchema {
    private static final String UNDEFINED_TABLE = "42P01";

    /** Laguna's own indexes, for those who read the catalog in pages. */
    private static final List<String> INDEXES = List.of(
            "laguna_tables_by_name on \"TBLS\" (\"DB_ID\", \"TBL_NAME\" collate \"C\")",
            "laguna_partitions_by_name on \"PARTITIONS\" (\"TBL_ID\", \"PART_NAME\" collate \"C\")");

    /**
     * The columns whose length is below what Glue takes: a name of 255 characters, each of which may have to be written
     * as eight ({@code _x1f600_}), a key of a parameter of 255, a partition's value of 1,024.
     */
    private static final String SHORT_COLUMNS =
            """
            select table_name, column_name from information_schema.columns
            where table_schema = 'public' and data_type = 'character varying' and character_maximum_length < 2048
            """;

    private static final int LENGTH = 4000;

    private final Configuration configuration;

    MetastoreSchema(Configuration configuration) {
        this.configuration = configuration;
    }

    void bringUpToDate() throws Exception {
        String wanted = MetaStoreSchemaInfoFactory.get(configuration).getHiveSchemaVersion();
        Optional<String> present = version();
        if (present.isEmpty()) {
            startClean();
            run("-initSchema");
        } else if (!present.get().equals(wanted)) {
            run("-upgradeSchema");
        }
        widen();
        addIndexes();
    }

    /**
     * Widens short columns, also of a lake that is there already: PostgreSQL changes no row for it. {@link StoredLengths}
     * makes use of them.
     */
    private void widen() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<String> changes = new ArrayList<>();
            try (ResultSet columns = statement.executeQuery(SHORT_COLUMNS)) {
                while (columns.next()) {
                    changes.add("alter table \"%s\" alter column \"%s\" type varchar(%d)"
                            .formatted(columns.getString(1), columns.getString(2), LENGTH));
                }
            }
            for (String change : changes) {
                statement.execute(change);
            }
        }
    }

    /**
     * Returns the version of the schema, if it is complete. The version row is the last thing that Hive's script
     * writes: without the row the schema was never finished.
     */
    private Optional<String> version() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select \"SCHEMA_VERSION\" from \"VERSION\"")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Adds Laguna's indexes. Hive's own indexes find a name in all tables: none leads to a page of one table's
     * partitions, sorted by their names.
     */
    private void addIndexes() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String index : INDEXES) {
                statement.execute("create index if not exists " + index);
            }
        }
    }

    private void startClean() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }
    }

    private void run(String action) {
        int exitCode = MetastoreSchemaTool.run(new String[] {"-dbType", "postgres", action});
        if (exitCode != 0) {
            throw new IllegalStateException("Hive's schema tool failed with exit code " + exitCode + " on " + action);
        }
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection(
                MetastoreConf.getVar(configuration, ConfVars.CONNECT_URL_KEY),
                MetastoreConf.getVar(configuration, ConfVars.CONNECTION_USER_NAME),
                MetastoreConf.getPassword(configuration, ConfVars.PWD));
    }
}
