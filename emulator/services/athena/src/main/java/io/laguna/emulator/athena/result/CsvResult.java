package io.laguna.emulator.athena.result;

import io.laguna.emulator.athena.engine.QueryColumn;
import io.laguna.emulator.athena.engine.RowSink;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.ColumnInfo;

/**
 * The rows of a query as a file: comma-separated, every value in double quotes but null, which is an empty place; the
 * names of the columns in the first line.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying.html">Query results and recent queries</a>
 */
public final class CsvResult implements RowSink, Closeable {
    private final Path file;
    private final BufferedWriter writer;
    private List<ColumnInfo> columns = List.of();
    private long rows;

    private CsvResult(Path file, BufferedWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /** Creates a file that {@link #close} deletes. */
    public static CsvResult in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "result", ".csv");
        return new CsvResult(file, Files.newBufferedWriter(file));
    }

    @Override
    public void columns(List<QueryColumn> described) throws IOException {
        columns = described.stream().map(ColumnInfos::of).toList();
        line(columns.stream().map(column -> Optional.of(column.name())).toList());
    }

    @Override
    public void row(List<Object> values) throws IOException {
        List<Optional<String>> texts = new ArrayList<>(values.size());
        for (Object value : values) {
            texts.add(Values.text(value));
        }
        line(texts);
        rows++;
    }

    public List<ColumnInfo> columns() {
        return columns;
    }

    /** Returns the number of rows, without the line of names. */
    public long rows() {
        return rows;
    }

    /** Ends the file, and returns it whole. */
    public Path finished() throws IOException {
        writer.flush();
        return file;
    }

    @Override
    public void close() throws IOException {
        writer.close();
        Files.deleteIfExists(file);
    }

    private void line(List<Optional<String>> values) throws IOException {
        boolean first = true;
        for (Optional<String> value : values) {
            if (!first) {
                writer.write(',');
            }
            first = false;
            if (value.isPresent()) {
                quoted(writer, value.get());
            }
        }
        writer.write('\n');
    }

    private static void quoted(Writer writer, String value) throws IOException {
        writer.write('"');
        writer.write(value.replace("\"", "\"\""));
        writer.write('"');
    }
}
