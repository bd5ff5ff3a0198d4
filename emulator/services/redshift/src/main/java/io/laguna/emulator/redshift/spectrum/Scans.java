package io.laguna.emulator.redshift.spectrum;

import io.laguna.emulator.redshift.spectrum.engine.FileReader;
import io.laguna.emulator.redshift.spectrum.table.ExternalTable;
import io.laguna.emulator.redshift.spectrum.table.FileFormat;
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
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the queries of clusters have read of files, as the process that has the files counts it. It is brought into a
 * cluster's own tables when a system view of it is asked.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_SVL_S3QUERY_SUMMARY.html">SVL_S3QUERY_SUMMARY</a>
 */
final class Scans {
    private final FileReader reader;
    private final Map<String, Known> tables = new ConcurrentHashMap<>();
    /** The scans that no cluster's table has yet. */
    private final List<Scan> waiting = new ArrayList<>();

    /** A table whose queries are counted. */
    private record Known(String format, boolean partitioned, long files) {}

    private record Scan(
            int port, int pid, Instant begin, Instant end, long bytes, long rows, long returned, String sql) {}

    Scans(FileReader reader) {
        this.reader = reader;
    }

    /** Remembers a table that a query is about to read. */
    void name(ExternalTable table, int files) {
        String format = table.format() instanceof FileFormat.Parquet
                ? "Parquet"
                : table.format() instanceof FileFormat.Json ? "JSON" : "Text";
        tables.put(
                table.database() + "." + table.name(),
                new Known(format, !table.partitionKeys().isEmpty(), files));
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
                            rows.getLong("bytes"),
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
                PreparedStatement row = connection.prepareStatement(
                        "INSERT INTO laguna.external_scan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Scan scan : scans) {
                String name = tables.keySet().stream()
                        .filter(each -> scan.sql().contains(each) || scan.sql().contains(each.replace(".", "\".\"")))
                        .findFirst()
                        .orElse("");
                Known known = tables.getOrDefault(name, new Known("", false, 0));
                row.setInt(1, scan.pid());
                row.setObject(2, local(scan.begin()));
                row.setObject(3, local(scan.end()));
                row.setString(4, name);
                row.setString(5, known.format());
                row.setBoolean(6, known.partitioned());
                row.setLong(7, scan.rows());
                row.setLong(8, scan.bytes());
                row.setLong(9, scan.returned());
                row.setLong(10, known.files());
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
