package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.emulator.redshift.spectrum.table.DataFile;
import io.laguna.emulator.redshift.spectrum.table.ExternalTable;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.redshift.wire.message.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** DuckDB's views of external tables, which are made anew when a table or its objects have changed. */
public final class Views {
    /** The end of the name of the view that has the pseudocolumns too. */
    public static final String PATHS = "$paths";

    private final FileReader reader;
    private final S3Client s3;
    /** What each view was made from. */
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
        List<LocalFile> local = new LocalFiles(reader.zones(), reader.files().resolve("objects"), s3).of(files);
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

    /** Returns the way in for a cluster's engine. */
    public DatabaseAccess access() {
        return reader.access();
    }
}
