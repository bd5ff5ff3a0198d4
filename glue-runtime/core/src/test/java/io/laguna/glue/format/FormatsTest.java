package io.laguna.glue.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.glue.record.DynamicRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of {@code formats.txt}, and what no text can show. */
class FormatsTest {

    private record Case(String name, String format, Options options, String text, List<String> records) {}

    @TestFactory
    Stream<DynamicTest> textsAreReadAsTheseRecords() throws IOException {
        return cases().stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
    }

    private static void check(Case example) throws IOException {
        List<DynamicRecord> records =
                RecordFormats.named(example.format(), example.options()).parse(example.text());
        assertThat(records).hasSameSizeAs(example.records());
        for (int i = 0; i < records.size(); i++) {
            String expected = example.records().get(i);
            if (expected.startsWith("!")) {
                assertThat(records.get(i).error().orElseThrow().message()).contains(expected.substring(1));
            } else {
                assertThat(records.get(i)).hasToString(expected);
            }
        }
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream file = FormatsTest.class.getResourceAsStream("formats.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String block : text.split("(?m)^== ", -1)) {
                if (!block.startsWith("#")) {
                    cases.add(read(block));
                }
            }
        }
        return cases;
    }

    private static Case read(String block) throws IOException {
        String[] head = block.split("\n", 3);
        String[] format = head[1].split(" ", 2);
        String[] body = head[2].split("(?m)^->\n?", 2);
        Map<String, Object> options = new ObjectMapper().readValue(format[1], new TypeReference<>() {});
        return new Case(
                head[0],
                format[0],
                Options.of(options),
                body[0],
                body[1].lines().filter(line -> !line.isBlank()).toList());
    }

    @Test
    void aCsvFileThatIsNotUtf8IsNoCsvFile() {
        byte[] latin = "id\nM\u00e9xico\n".getBytes(StandardCharsets.ISO_8859_1);
        RecordFormat csv = RecordFormats.named("csv", Options.NONE);
        assertThatThrownBy(() -> csv.read(slice("MXvideos.csv", latin, 0, Long.MAX_VALUE))
                        .forEachRemaining(each -> {}))
                .hasMessage("Unable to parse file: MXvideos.csv")
                .hasRootCauseInstanceOf(UnparseableFileException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "yaml, Unsupported format: yaml",
        "parquet, parquet and orc are Spark's",
        "xml, Missing option: rowTag",
        "grokLog, Missing option: logFormat"
    })
    void aFormatThatCannotBeSaysWhy(String format, String reason) {
        assertThatThrownBy(() -> RecordFormats.named(format, Options.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aPathThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> RecordFormats.named("json", Options.of(Map.of("jsonPath", "$.a[?(@.b > 1)]"))))
                .hasMessageContaining("Cannot read jsonPath $.a[?(@.b > 1)] from character 3 on");
    }

    @Test
    void everyLineIsInOneSliceWhereverAFileIsCut() throws IOException {
        byte[] file = "id,x\n1,a\r\n2,b\n\n3,c\n4,d".getBytes(StandardCharsets.UTF_8);
        RecordFormat csv = RecordFormats.named("csv", Options.of(Map.of("withHeader", true)));
        for (int cut = 1; cut < file.length; cut++) {
            List<String> ids = new ArrayList<>();
            csv.read(slice("f", file, 0, cut))
                    .forEachRemaining(each -> ids.add((String) each.fields().get("id")));
            csv.read(slice("f", file, cut, file.length))
                    .forEachRemaining(each -> ids.add((String) each.fields().get("id")));
            assertThat(ids).as("cut at %d", cut).containsExactly("1", "2", "3", "4");
        }
    }

    private static Slice slice(String name, byte[] bytes, long start, long end) {
        return new Slice() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long start() {
                return start;
            }

            @Override
            public long end() {
                return end;
            }

            @Override
            public InputStream open(long position) {
                return new ByteArrayInputStream(bytes, (int) position, bytes.length);
            }
        };
    }
}
