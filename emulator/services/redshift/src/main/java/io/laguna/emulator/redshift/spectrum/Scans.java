package io.laguna.emulator.redshift.spectrum;

import io.laguna.emulator.redshift.spectrum.engine.FileReader;
import io.laguna.emulator.redshift.spectrum.engine.Views;
import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.emulator.redshift.spectrum.table.ExternalTable;
import io.laguna.emulator.redshift.spectrum.table.FileFormat;
import io.laguna.emulator.redshift.spectrum.type.Types;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.redshift.wire.message.SqlFailure;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The scans of files by queries of clusters, as the process that has the files counts them. They are brought into a
 * cluster's own tables when a system view of them is asked.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_SVL_S3QUERY_SUMMARY.html">SVL_S3QUERY_SUMMARY</a>
 */
final class Scans {
    /** A scan belongs to the statement that its session had begun last. */
    private static final String INSERT =
            """
            WITH scan AS (SELECT ?::int AS pid, ?::timestamp AS starttime, ?::timestamp AS endtime)
            INSERT INTO laguna.external_scan (query, userid, pid, starttime, endtime, schema_name, table_name, location,
                file_format, partitioned, nested, scanned_rows, scanned_bytes, returned_rows, files)
            SELECT coalesce(q.query, 0), coalesce(q.userid, 0), scan.pid, scan.starttime, scan.endtime, ?, ?, ?, ?, ?, ?,
                ?, ?, ?, ?
            FROM scan LEFT JOIN LATERAL (
                SELECT query, userid FROM laguna.query_log l
                WHERE l.pid = scan.pid AND l.starttime <= scan.endtime ORDER BY l.starttime DESC LIMIT 1
            ) q ON true
            """;

    private final FileReader reader;
    private final Views views;
    private final Map<String, Known> tables = new ConcurrentHashMap<>();
    /** The scans that no cluster's table has yet. */
    private final List<Scan> waiting = new ArrayList<>();

    /** A table whose queries are counted, and the schema by which it was named last. */
    private record Known(String schema, ExternalTable table) {
        /** Returns the columns that a query names. */
        Set<String> columns(String sql) {
            return table.columns().stream()
                    .map(ExternalColumn::name)
                    .filter(name -> sql.matches("(?s).*\\b" + Pattern.quote(name) + "\\b.*"))
                    .collect(Collectors.toSet());
        }

        String format() {
            if (table.format() instanceof FileFormat.Parquet) {
                return "Parquet";
            } else if (table.format() instanceof FileFormat.Orc) {
                return "ORC";
            } else if (table.format() instanceof FileFormat.Avro) {
                return "Avro";
            }
            return table.format() instanceof FileFormat.Json ? "JSON" : "Text";
        }
    }

    private record Scan(
            int port, int pid, Instant begin, Instant end, long files, long rows, long returned, String sql) {}

    Scans(FileReader reader, Views views) {
        this.reader = reader;
        this.views = views;
    }

    /** Remembers a table that a query is about to read. */
    void name(String schema, ExternalTable table) {
        tables.put(quoted(table.database()) + "." + quoted(table.name()), new Known(schema, table));
    }

    /** Returns a name as postgres_fdw writes it. */
    private static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : Types.quoted(name);
    }

    /** Brings the scans of a cluster into its table. */
    synchronized void show(DatabaseAccess database) throws SqlFailure {
        int port = URI.create(database.url().substring("jdbc:".length())).getPort();
        try (Connection files = reader.connect();
                Statement statement = files.createStatement();
                ResultSet rows = statement.executeQuery("SHOW scans")) {
            while (rows.next()) {
                String[] client = rows.getString("client").split("/", 2);
                if (client.length == 2 && client[0].matches("\\d+") && client[1].matches("\\d+")) {
                    waiting.add(new Scan(
                            Integer.parseInt(client[0]),
                            Integer.parseInt(client[1]),
                            Instant.EPOCH.plus(rows.getLong("begin"), ChronoUnit.MICROS),
                            Instant.EPOCH.plus(rows.getLong("end"), ChronoUnit.MICROS),
                            rows.getLong("files"),
                            rows.getLong("rows"),
                            rows.getLong("returned"),
                            rows.getString("sql")));
                }
            }
            List<Scan> own =
                    waiting.stream().filter(scan -> scan.port() == port).toList();
            write(database, own);
            waiting.removeAll(own);
        } catch (SQLException e) {
            throw new SqlFailure("XX000", "What was read of files is not known: " + e.getMessage());
        }
    }

    private void write(DatabaseAccess database, List<Scan> scans) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                PreparedStatement row = connection.prepareStatement(INSERT)) {
            for (Scan scan : scans) {
                Optional<Known> read = tables.entrySet().stream()
                        .filter(each -> scan.sql().contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
                if (read.isEmpty()) {
                    continue;
                }
                Known known = read.get();
                row.setInt(1, scan.pid());
                row.setObject(2, local(scan.begin()));
                row.setObject(3, local(scan.end()));
                row.setString(4, known.schema());
                row.setString(5, known.table().name());
                row.setString(6, known.table().location());
                row.setString(7, known.format());
                row.setBoolean(8, !known.table().partitionKeys().isEmpty());
                row.setBoolean(9, known.table().columns().stream().anyMatch(column -> column.type()
                        .isNested()));
                Views.Read bytes = views.read(known.table(), known.columns(scan.sql()), scan.files());
                row.setLong(10, bytes.rows() < 0 ? scan.rows() : bytes.rows());
                row.setLong(11, bytes.bytes());
                row.setLong(12, scan.returned());
                row.setLong(13, scan.files());
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
