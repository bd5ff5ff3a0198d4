package io.laguna.emulator.redshift.spectrum.foreign;

import io.laguna.emulator.redshift.spectrum.engine.Views;
import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.emulator.redshift.spectrum.table.ExternalTable;
import io.laguna.emulator.redshift.spectrum.type.HiveType;
import io.laguna.emulator.redshift.spectrum.type.Types;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.redshift.wire.message.SqlFailure;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The foreign tables of a cluster's database. Laguna's superuser makes them, and every role may read them: what counts is
 * USAGE of their schema, as in Redshift.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_GRANT-usage-notes.html">GRANT usage notes</a>
 */
public final class ForeignTables {
    static final String SERVER = "laguna_files";
    private static final int ROWS_AT_ONCE = 10_000;
    /** Columns that no {@code *} has, quoted by who asks for them. */
    public static final List<ExternalColumn> PSEUDOCOLUMNS = List.of(
            new ExternalColumn("$path", new HiveType.Simple("string", List.of())),
            new ExternalColumn("$size", new HiveType.Simple("bigint", List.of())),
            new ExternalColumn("$spectrum_oid", new HiveType.Simple("string", List.of())));

    private static final String COLUMNS =
            """
            SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
            WHERE n.nspname = ? AND c.relname = ? AND c.relkind = 'f' AND a.attnum > 0 AND NOT a.attisdropped
            """;

    /** The columns of foreign tables as they were made last, by the database's address, schema and table. */
    private final Map<String, List<ExternalColumn>> known = new ConcurrentHashMap<>();
    /** The schemas of the Data Catalog's databases that are there. */
    private final Set<String> mounted = ConcurrentHashMap.newKeySet();

    /** The addresses to which databases' servers lead. */
    private final Map<String, String> servers = new ConcurrentHashMap<>();

    /**
     * Sees to it that a table is there with its columns of now.
     *
     * @param files the way into the process that has the files
     * @param paths whether the table with the pseudocolumns is asked for too
     */
    public void show(DatabaseAccess database, DatabaseAccess files, String schema, ExternalTable table, boolean paths)
            throws SqlFailure {
        lead(database, files);
        make(database, schema, table, "", table.all());
        if (paths) {
            List<ExternalColumn> columns = new ArrayList<>(table.all());
            columns.addAll(PSEUDOCOLUMNS);
            make(database, schema, table, Views.PATHS, columns);
        }
    }

    /** Sees to it that a schema is there in which everybody may read. */
    public void mount(DatabaseAccess database, String schema) throws SqlFailure {
        if (mounted.add(key(database, schema, ""))) {
            Administration.run(database, connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("CREATE SCHEMA IF NOT EXISTS " + Types.quoted(schema)
                            + "; GRANT USAGE ON SCHEMA " + Types.quoted(schema) + " TO PUBLIC");
                }
            });
        }
    }

    /** Drops a table that the catalog has no longer. */
    public void drop(DatabaseAccess database, String schema, String table) throws SqlFailure {
        known.remove(key(database, schema, table));
        known.remove(key(database, schema, table + Views.PATHS));
        Administration.run(database, connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("SET LOCAL lock_timeout = '5s'; DROP FOREIGN TABLE IF EXISTS "
                        + named(schema, table) + ", " + named(schema, table + Views.PATHS));
            }
        });
    }

    private void make(
            DatabaseAccess database, String schema, ExternalTable table, String suffix, List<ExternalColumn> columns)
            throws SqlFailure {
        String name = table.name() + suffix;
        String key = key(database, schema, name);
        if (columns.equals(known.get(key))) {
            return;
        }
        String definition = String.join(
                ", ",
                columns.stream()
                        .map(column -> Types.quoted(column.name()) + " " + Types.postgres(column.type()))
                        .toList());
        Administration.run(database, connection -> {
            try (Statement statement = connection.createStatement()) {
                // Types and names are compared as the engine writes them.
                statement.execute("SET LOCAL lock_timeout = '5s'; SET LOCAL search_path = pg_catalog;"
                        + " CREATE TEMP TABLE wanted (" + definition + ") ON COMMIT DROP");
                Optional<String> there = columns(connection, schema, name);
                boolean isSame = there.isPresent() && there.equals(wanted(connection));
                if (!isSame) {
                    statement.execute("DROP FOREIGN TABLE IF EXISTS " + named(schema, name) + "; CREATE FOREIGN TABLE "
                            + named(schema, name) + " (" + definition + ") SERVER " + SERVER + " OPTIONS (schema_name "
                            + Types.literal(table.database()) + ", table_name " + Types.literal(name) + ");"
                            + " GRANT SELECT ON " + named(schema, name) + " TO PUBLIC");
                }
                return isSame;
            }
        });
        known.put(key, columns);
    }

    private static Optional<String> columns(Connection connection, String schema, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Optional.ofNullable(rows.getString(1));
            }
        }
    }

    private static Optional<String> wanted(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', '"
                                + " ORDER BY attnum) FROM pg_attribute"
                                + " WHERE attrelid = 'pg_temp.wanted'::regclass AND attnum > 0")) {
            rows.next();
            return Optional.ofNullable(rows.getString(1));
        }
    }

    /** Lets a database's server lead to the process that has the files now. */
    private void lead(DatabaseAccess database, DatabaseAccess files) throws SqlFailure {
        if (files.url().equals(servers.get(database.url()))) {
            return;
        }
        URI address = URI.create(files.url().substring("jdbc:".length()));
        String options = "host '" + address.getHost() + "', port '" + address.getPort() + "', dbname '"
                + address.getPath().substring(1) + "', fetch_size '" + ROWS_AT_ONCE + "', application_name '"
                + client(database) + "%p'";
        Administration.run(database, connection -> {
            try (Statement statement = connection.createStatement()) {
                boolean isThere;
                try (ResultSet rows = statement.executeQuery(
                        "SELECT FROM pg_catalog.pg_foreign_server WHERE srvname = '" + SERVER + "'")) {
                    isThere = rows.next();
                }
                if (isThere) {
                    statement.execute(
                            "ALTER SERVER " + SERVER + " OPTIONS (SET " + options.replace(", ", ", SET ") + ")");
                    return statement.execute("ALTER USER MAPPING FOR PUBLIC SERVER " + SERVER
                            + " OPTIONS (SET user " + Types.literal(files.user()) + ", SET password "
                            + Types.literal(files.password()) + ")");
                }
                statement.execute(
                        "CREATE SERVER " + SERVER + " FOREIGN DATA WRAPPER postgres_fdw OPTIONS (" + options + ")");
                return statement.execute("CREATE USER MAPPING FOR PUBLIC SERVER " + SERVER + " OPTIONS (user "
                        + Types.literal(files.user()) + ", password " + Types.literal(files.password()) + ")");
            }
        });
        servers.put(database.url(), files.url());
    }

    /** Returns how a cluster's sessions call themselves before the process that has the files: by the cluster's port. */
    static String client(DatabaseAccess database) {
        return URI.create(database.url().substring("jdbc:".length())).getPort() + "/";
    }

    private static String key(DatabaseAccess database, String schema, String table) {
        return database.url() + "\n" + schema + "\n" + table;
    }

    private static String named(String schema, String table) {
        return Types.quoted(schema) + "." + Types.quoted(table);
    }
}
