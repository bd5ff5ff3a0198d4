package io.laguna.redshift.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.redshift.load.plan.FileRefused;
import io.laguna.redshift.load.plan.Order;
import io.laguna.redshift.load.record.Assignment;
import io.laguna.redshift.load.source.Location;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import io.laguna.redshift.load.value.ColumnType;
import io.laguna.redshift.load.value.Kind;
import io.laguna.redshift.load.value.Rules;
import io.laguna.redshift.load.value.Target;
import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of ORC and Parquet files that Arrow has written: every type, encoding and compression. */
class ColumnarFilesTest {
    private static final int ROWS = 1200;
    private static final List<Target> COLUMNS = List.of(
            target("b", Kind.BOOLEAN, 0, 0),
            target("s", Kind.SMALLINT, 0, 0),
            target("i", Kind.INTEGER, 0, 0),
            target("l", Kind.BIGINT, 0, 0),
            target("f", Kind.REAL, 0, 0),
            target("d", Kind.DOUBLE, 0, 0),
            target("n", Kind.DECIMAL, 10, 2),
            target("m", Kind.DECIMAL, 38, 4),
            target("t", Kind.VARCHAR, 20, 0),
            target("w", Kind.CHAR, 10, 0),
            target("y", Kind.VARBYTE, 10, 0),
            target("a", Kind.DATE, 0, 0),
            target("z", Kind.TIMESTAMP, 0, 0));
    private static final List<Target> NESTED = List.of(
            target("id", Kind.BIGINT, 0, 0),
            target("o", Kind.SUPER, 0, 0),
            target("k", Kind.SUPER, 0, 0),
            target("e", Kind.SUPER, 0, 0));

    private static Target target(String name, Kind kind, int length, int scale) {
        return new Target(name, new ColumnType(kind, length, scale), true);
    }

    @SuppressWarnings("ArrayRecordComponent") // Bytes of a file, never compared.
    private record Resource(byte[] bytes) implements Store {
        static Resource of(String name) throws IOException {
            try (InputStream stream = ColumnarFilesTest.class.getResourceAsStream(name)) {
                return new Resource(stream.readAllBytes());
            }
        }

        @Override
        public InputStream open(Source source) {
            throw new AssertionError("Columns are read by parts");
        }

        @Override
        public byte[] range(Source source, long from, int length) {
            return Arrays.copyOfRange(bytes, (int) from, (int) from + length);
        }
    }

    private static List<String> load(String name, List<Target> columns, boolean serializes, LoadOption... options)
            throws IOException {
        Resource file = Resource.of(name);
        Map<LoadOption, String> said = options.length == 0 ? Map.of() : Map.of(options[0], "");
        Order order = new Order(
                name.endsWith("orc") ? new DataFormat.Orc(serializes) : new DataFormat.Parquet(serializes),
                new LoadOptions(said),
                columns,
                new Assignment.Whole(),
                Rules.of(new LoadOptions(said), ZoneOffset.UTC));
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        Source source = new Source(new Location("b", name), file.bytes().length);
        new Load(order, List.of(source), file, new NoJournal()).transferTo(rows);
        return BinaryRows.read(new ByteArrayInputStream(rows.toByteArray()), columns);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "types-zlib.orc",
                "types-zstd.orc",
                "types-snappy.orc",
                "types-lz4.orc",
                "types-v1.parquet",
                "types-v2.parquet",
                "types-lz4.parquet"
            })
    void everyTypeIsRead(String name) throws IOException {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            expected.add(i % 7 == 3 ? "~|~|~|~|~|~|~|~|~|~|~|~|~" : row(i));
        }
        assertThat(load(name, COLUMNS, false)).containsExactlyElementsOf(expected);
    }

    private static String row(int i) {
        LocalDateTime moment =
                LocalDateTime.of(2014, 12, 31, 23, 59, 59, 123_456_000).plusHours(i);
        return String.join(
                "|",
                Boolean.toString(i % 3 == 0),
                Integer.toString(i % 200 - 100),
                Integer.toString(i * 1000 - 5),
                Long.toString(i % 97 == 0 ? (1L << 40) + i : i % 13),
                Float.toString(i / 4f),
                Double.toString(i * 1.5),
                BigDecimal.valueOf(i * 37L - 5000, 2).toPlainString(),
                new BigDecimal(new BigInteger("12345678901234567890").add(BigInteger.valueOf(i)), 4).toPlainString(),
                "text ä " + i,
                "word " + i % 5,
                String.format("%02xff", i % 256),
                LocalDate.of(2020, 1, 1).plusDays(i - 1500).toString(),
                moment.toLocalDate() + " " + moment.toLocalTime());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nested.orc", "nested.parquet"})
    void nestedColumnsAreJsonInSuper(String name) throws IOException {
        assertThat(load(name, NESTED, true))
                .containsExactly(
                        "1|{\"x\":1,\"y\":[\"p\",\"q\"]}|{\"u\":1,\"v\":null}|[[1,2],[]]",
                        "2|~|{}|~",
                        "3|{\"x\":null,\"y\":[]}|~|[[null]]");
        assertThatThrownBy(() -> load(name, NESTED, false))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("incompatible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nested.orc", "nested.parquet"})
    void columnsAreMatchedByPositionAndCounted(String name) throws IOException {
        List<Target> more = new ArrayList<>(NESTED);
        more.add(target("more", Kind.INTEGER, 0, 0));
        assertThatThrownBy(() -> load(name, more, true))
                .hasMessageContaining(
                        "Unmatched number of columns between table and file. Table columns: 5, Data" + " columns: 4");
        assertThat(load(name, more, true, LoadOption.FILLRECORD)).hasSize(3).allMatch(row -> row.endsWith("|~"));
    }

    @Test
    void aTypeThatDoesNotFitIsNamed() {
        List<Target> other = new ArrayList<>(COLUMNS);
        other.set(2, target("i", Kind.VARCHAR, 10, 0));
        assertThatThrownBy(() -> load("types-v1.parquet", other, false))
                .hasMessageContaining("has an incompatible Parquet schema for column")
                .hasMessageContaining("Column type: VARCHAR(10), Parquet schema:\noptional int32 i");
        List<Target> shorter = new ArrayList<>(COLUMNS);
        shorter.set(8, target("t", Kind.VARCHAR, 8, 0));
        assertThatThrownBy(() -> load("types-zstd.orc", shorter, false))
                .hasMessageContaining("The length of the data column t is longer than the length defined in the table."
                        + " Table: 8, Data: 9");
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        for (String name : List.of("types-zlib.orc", "types-v1.parquet")) {
            byte[] bytes = Resource.of(name).bytes().clone();
            Arrays.fill(bytes, 2000, 4000, (byte) 0x55);
            Source source = new Source(new Location("b", name), bytes.length);
            Order order = new Order(
                    name.endsWith("orc") ? new DataFormat.Orc(false) : new DataFormat.Parquet(false),
                    new LoadOptions(Map.of()),
                    COLUMNS,
                    new Assignment.Whole(),
                    Rules.of(new LoadOptions(Map.of()), ZoneOffset.UTC));
            Load load = new Load(order, List.of(source), new Resource(bytes), new NoJournal());
            assertThatThrownBy(() -> load.transferTo(new ByteArrayOutputStream()))
                    .isInstanceOf(IOException.class);
            assertThat(load.failure()).isPresent();
        }
    }
}
