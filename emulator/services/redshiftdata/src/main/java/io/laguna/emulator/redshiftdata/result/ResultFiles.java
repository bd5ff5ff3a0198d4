package io.laguna.emulator.redshiftdata.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of results, one for each SQL text: a line for each row, which is a JSON array of the values' texts. A file is
 * there whole or not at all.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-troubleshooting.html">Limits</a>
 */
public final class ResultFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LARGEST_RESULT = 500L << 20;
    private static final long LARGEST_ROW = 64 << 10;
    private static final long PAGE_BYTES = 1 << 20;
    private static final String PARTIAL = ".partial";

    private final Path folder;

    private ResultFiles(Path folder) {
        this.folder = folder;
    }

    /** Returns the results in a folder, without what an earlier process has not finished. */
    public static ResultFiles in(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path partial :
                        files.filter(file -> file.toString().endsWith(PARTIAL)).toList()) {
                    Files.delete(partial);
                }
            }
            return new ResultFiles(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep results in " + folder, e);
        }
    }

    /**
     * A result that is kept.
     *
     * @param bytes of the values
     * @param columns their descriptions as JSON
     */
    public record Written(long rows, long bytes, String columns) {}

    /**
     * Some rows of a result.
     *
     * @param next the place of the first row behind them
     */
    public record Rows(List<List<Optional<String>>> rows, Optional<Long> next) {}

    /** Keeps all rows of a result. */
    public Written write(UUID statement, int number, ResultSet result) throws SQLException, IOException {
        Path file = file(statement, number);
        Path partial = file.resolveSibling(file.getFileName() + PARTIAL);
        String columns = Columns.write(Columns.of(result.getMetaData()));
        long rows = 0;
        long bytes = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                ArrayNode row = JSON.createArrayNode();
                long size = 0;
                for (int i = 1; i <= width; i++) {
                    String value = result.getString(i);
                    row.add(value);
                    size += value == null ? 0 : value.getBytes(StandardCharsets.UTF_8).length;
                }
                bytes += size;
                rows++;
                checkSize(size, bytes);
                out.write(row.toString().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        } catch (SQLException | IOException e) {
            Files.deleteIfExists(partial);
            throw e;
        }
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        return new Written(rows, bytes, columns);
    }

    private static void checkSize(long row, long all) throws IOException {
        if (row > LARGEST_ROW) {
            throw new IOException("Packet for query is too large (" + row + " > " + LARGEST_ROW
                    + "). A row of a result can have 64 KB at the most.");
        }
        if (all > LARGEST_RESULT) {
            throw new IOException("Database response exceeded size limit. A result can have 500 MB at the most.");
        }
    }

    /**
     * Returns the rows from a place on, a page of them.
     *
     * @param from 0 or the place that a page before has given
     */
    public Rows read(UUID statement, int number, long from) {
        try (RandomAccessFile file =
                new RandomAccessFile(file(statement, number).toFile(), "r")) {
            int size = (int) Math.min(file.length() - from, PAGE_BYTES + LARGEST_ROW * 8);
            byte[] bytes = new byte[size];
            file.seek(from);
            file.readFully(bytes);
            List<List<Optional<String>>> rows = new ArrayList<>();
            int begin = 0;
            for (int i = 0; i < size && begin < PAGE_BYTES; i++) {
                if (bytes[i] == '\n') {
                    rows.add(row(bytes, begin, i));
                    begin = i + 1;
                }
            }
            long next = from + begin;
            return new Rows(rows, next < file.length() ? Optional.of(next) : Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("The result of " + statement + " cannot be read", e);
        }
    }

    private static List<Optional<String>> row(byte[] bytes, int begin, int end) throws IOException {
        List<Optional<String>> values = new ArrayList<>();
        JSON.readTree(bytes, begin, end - begin)
                .forEach(value -> values.add(value.isNull() ? Optional.empty() : Optional.of(value.asText())));
        return values;
    }

    /** Tells whether a row begins at a place. */
    public boolean isRow(UUID statement, int number, long place) {
        try (RandomAccessFile file =
                new RandomAccessFile(file(statement, number).toFile(), "r")) {
            if (place <= 0 || place >= file.length()) {
                return false;
            }
            file.seek(place - 1);
            return file.read() == '\n';
        } catch (IOException e) {
            throw new UncheckedIOException("The result of " + statement + " cannot be read", e);
        }
    }

    /** Deletes the results of a statement. */
    public void delete(UUID statement) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(statement.toString()))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The results of " + statement + " cannot be deleted", e);
        }
    }

    private Path file(UUID statement, int number) {
        return folder.resolve(statement + "-" + number + ".rows");
    }
}
