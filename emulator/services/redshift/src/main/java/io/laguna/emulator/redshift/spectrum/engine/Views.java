package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.emulator.redshift.spectrum.table.DataFile;
import io.laguna.emulator.redshift.spectrum.table.ExternalTable;
import io.laguna.emulator.redshift.spectrum.table.FileFormat;
import io.laguna.emulator.redshift.spectrum.type.Types;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.redshift.wire.message.SqlFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;

/** DuckDB's views of external tables, which are made anew when a table or its objects have changed. */
public final class Views {
    /** The end of the name of the view that has the pseudocolumns too. */
    public static final String PATHS = "$paths";

    private final FileReader reader;
    private final S3Client s3;
    /** The source of each view. */
    private final Map<String, Made> made = new HashMap<>();

    private long versions;

    /**
     * A view as it was made.
     *
     * @param start of the process that has it
     * @param fileTable the table of its files
     */
    private record Made(long start, ExternalTable table, List<DataFile> files, Optional<String> fileTable) {}

    public Views(FileReader reader, S3Client s3) {
        this.reader = reader;
        this.s3 = s3;
    }

    /**
     * Sees to it that the views of a table show these objects.
     *
     * @throws SqlFailure when DuckDB refuses
     */
    public synchronized void show(ExternalTable table, List<DataFile> files) throws SqlFailure {
        String name = table.database() + "." + table.name();
        long start = reader.start();
        Optional<Made> old = Optional.ofNullable(made.get(name)).filter(each -> each.start() == start);
        if (old.filter(each -> each.table().equals(table) && each.files().equals(files))
                .isPresent()) {
            return;
        }
        List<LocalFile> local =
                new LocalFiles(reader.zones(), reader.files().resolve("objects"), s3).of(table.format(), files);
        try (Connection connection = reader.connect();
                Statement statement = connection.createStatement()) {
            Map<String, String> refused = ParquetTypes.refused(statement, table, local);
            ViewText text = new ViewText(table, local, ++versions, refused);
            for (String sql : text.statements()) {
                statement.execute(sql);
            }
            if (old.flatMap(Made::fileTable).isPresent()) {
                statement.execute(
                        "DROP TABLE IF EXISTS " + old.flatMap(Made::fileTable).get());
            }
            Optional<String> fileTable = local.isEmpty() ? Optional.empty() : Optional.of(text.fileTable());
            made.put(name, new Made(start, table, files, fileTable));
        } catch (SQLException e) {
            throw new SqlFailure("XX000", "The files of the external table cannot be read: " + e.getMessage());
        }
    }

    /**
     * Returns what a query of a table has read of its files, by the columns that it names: of Parquet the compressed
     * bytes of those columns, of other formats all. Where it has not opened all files, the part of them.
     *
     * @param opened the number of files that it has opened
     */
    public synchronized Read read(ExternalTable table, Set<String> columns, long opened) throws SQLException {
        Optional<Made> shown = Optional.ofNullable(made.get(table.database() + "." + table.name()));
        List<DataFile> files = shown.map(Made::files).orElse(List.of());
        if (files.isEmpty() || opened == 0) {
            return new Read(0, 0);
        }
        double part = Math.min(1, (double) opened / files.size());
        if (!(table.format() instanceof FileFormat.Parquet)) {
            long bytes = files.stream().mapToLong(DataFile::size).sum();
            return new Read(Math.round(bytes * part), -1);
        }
        String names = columns.stream().map(Types::literal).collect(Collectors.joining(", ", "('', ", ")"));
        String sql = "SELECT (SELECT sum(total_compressed_size) FROM parquet_metadata(f)"
                + " WHERE lower(split_part(path_in_schema, ', ', 1)) IN " + names + "),"
                + " (SELECT sum(num_rows) FROM parquet_file_metadata(f))";
        try (Connection connection = reader.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        sql.replace("(f)", "(" + Rows.list(local(table.format(), files)) + ")"))) {
            row.next();
            return new Read(Math.round(row.getLong(1) * part), Math.round(row.getLong(2) * part));
        }
    }

    private List<LocalFile> local(FileFormat format, List<DataFile> files) throws SQLException {
        try {
            return new LocalFiles(reader.zones(), reader.files().resolve("objects"), s3).of(format, files);
        } catch (SqlFailure e) {
            throw new SQLException(e.getMessage(), e);
        }
    }

    /**
     * The bytes and rows that were read of files.
     *
     * @param rows of the files, or -1 where only the query itself can tell
     */
    public record Read(long bytes, long rows) {}

    /** Returns the way in for a cluster's engine. */
    public DatabaseAccess access() {
        return reader.access();
    }
}
