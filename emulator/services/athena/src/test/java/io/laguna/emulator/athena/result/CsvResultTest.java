package io.laguna.emulator.athena.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.athena.engine.QueryColumn;
import io.trino.client.ClientTypeSignature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvResultTest {
    private static final List<List<Object>> ROWS = List.of(
            List.of("plain", 1L),
            Arrays.asList(null, 2L),
            List.of("", 3L),
            List.of("a \"quoted\",\nbroken – line", 4L));

    @TempDir
    private Path folder;

    @Test
    void everyValueIsQuotedButNull() throws IOException {
        assertThat(new String(written(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        "name","n"
                        "plain","1"
                        ,"2"
                        "","3"
                        "a ""quoted"",
                        broken – line","4"
                        """);
    }

    @Test
    void whatWasWrittenIsReadFromTheBeginningOfAnyRow() throws IOException {
        byte[] file = written();
        CsvReader whole = new CsvReader(new ByteArrayInputStream(file), 0);
        List<Long> begins = new ArrayList<>();
        List<List<Optional<String>>> rows = new ArrayList<>();
        for (Optional<List<Optional<String>>> row = Optional.of(List.of()); row.isPresent(); ) {
            begins.add(whole.position());
            row = whole.next();
            row.ifPresent(rows::add);
        }

        assertThat(rows)
                .containsExactly(
                        List.of(Optional.of("name"), Optional.of("n")),
                        List.of(Optional.of("plain"), Optional.of("1")),
                        List.of(Optional.empty(), Optional.of("2")),
                        List.of(Optional.of(""), Optional.of("3")),
                        List.of(Optional.of("a \"quoted\",\nbroken – line"), Optional.of("4")));
        for (int row = 0; row < rows.size(); row++) {
            int begin = begins.get(row).intValue();
            CsvReader reader = new CsvReader(new ByteArrayInputStream(file, begin, file.length - begin), begin);
            assertThat(reader.next()).contains(rows.get(row));
            assertThat(reader.position()).isEqualTo(begins.get(row + 1));
        }
    }

    @Test
    void nothingIsLeftOnceItIsClosed() throws IOException {
        written();

        assertThat(folder).isEmptyDirectory();
    }

    private byte[] written() throws IOException {
        try (CsvResult csv = CsvResult.in(folder)) {
            csv.columns(List.of(
                    new QueryColumn("name", new ClientTypeSignature("varchar")),
                    new QueryColumn("n", new ClientTypeSignature("bigint"))));
            for (List<Object> row : ROWS) {
                csv.row(row);
            }
            assertThat(csv.rows()).isEqualTo(ROWS.size());
            return Files.readAllBytes(csv.finished());
        }
    }
}
