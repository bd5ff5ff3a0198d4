package io.laguna.pipelines.covid.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

final class RecordCounterTest {
    private static final String[] VALUES = {"", "a", "á", "a\"b", "a,b", "two\nlines", "two\r\nlines", "\"", " "};

    @Test
    void countsAsCommonsCsvDoesWhateverTheValues() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            String csv = randomCsv(random);
            try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
                List<CSVRecord> records = parser.getRecords();
                RecordCounter counter = count(csv, 1 + random.nextInt(7));

                assertThat(counter.records()).as(csv).isEqualTo(records.size());
                assertThat(counter.multiline())
                        .as(csv)
                        .isEqualTo(records.stream().flatMap(CSVRecord::stream).anyMatch(value -> value.contains("\n")));
            }
        }
    }

    @Test
    void everyKindOfLineEndEndsARecord() {
        assertThat(count("a,b\nc,d\r\ne,f\rg", 2).records()).isEqualTo(4);
    }

    @Test
    void linesOfWhiteSpaceAreNoRecords() {
        assertThat(count("a,b\n\n  \n\t\r\nc,d\n\n", 3).records()).isEqualTo(2);
    }

    @Test
    void aQuoteInsideAValueThatIsNotQuotedIsACharacter() {
        RecordCounter counter = count("a,5\" pipe\nb,c\n", 4);

        assertThat(counter.records()).isEqualTo(2);
        assertThat(counter.multiline()).isFalse();
    }

    private static String randomCsv(Random random) throws IOException {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            int records = random.nextInt(5);
            for (int i = 0; i < records; i++) {
                printer.printRecord("x", VALUES[random.nextInt(VALUES.length)], VALUES[random.nextInt(VALUES.length)]);
            }
        }
        return csv.toString();
    }

    private static RecordCounter count(String csv, int chunk) {
        RecordCounter counter = new RecordCounter();
        byte[] bytes = csv.getBytes(UTF_8);
        for (int from = 0; from < bytes.length; from += chunk) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + chunk));
            counter.accept(part, part.length);
        }
        assertThat(counter.finish()).isTrue();
        return counter;
    }
}
