package io.laguna.redshift.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.redshift.load.plan.Order;
import io.laguna.redshift.load.record.Assignment;
import io.laguna.redshift.load.source.Location;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import io.laguna.redshift.load.unload.Column;
import io.laguna.redshift.load.unload.Layout;
import io.laguna.redshift.load.unload.Unload;
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
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of Parquet files: what UNLOAD has written is what COPY reads. */
class ParquetTest {
    private static final List<Target> COLUMNS = List.of(
            target("a", Kind.SMALLINT, 0, 0),
            target("b", Kind.INTEGER, 0, 0),
            target("c", Kind.BIGINT, 0, 0),
            target("d", Kind.DECIMAL, 8, 2),
            target("e", Kind.DECIMAL, 18, 4),
            target("f", Kind.DECIMAL, 38, 10),
            target("g", Kind.REAL, 0, 0),
            target("h", Kind.DOUBLE, 0, 0),
            target("i", Kind.BOOLEAN, 0, 0),
            target("j", Kind.VARCHAR, 100, 0),
            target("k", Kind.DATE, 0, 0),
            target("l", Kind.TIMESTAMP, 0, 0),
            target("m", Kind.VARBYTE, 10, 0),
            target("n", Kind.TIME, 0, 0));

    private static Target target(String name, Kind kind, int length, int scale) {
        return new Target(name, new ColumnType(kind, length, scale), true);
    }

    private static List<String> roundTrip(Map<LoadOption, String> options, List<String> lines) throws IOException {
        Map<String, ByteArrayOutputStream> files = new TreeMap<>();
        Layout layout = new Layout(
                new DataFormat.Parquet(false),
                new LoadOptions(options),
                COLUMNS.stream()
                        .map(each -> new Column(each.name(), each.type()))
                        .toList(),
                IntStream.range(0, COLUMNS.size()).boxed().toList());
        try (Unload unload = new Unload(
                layout, List.of(), 2, name -> files.computeIfAbsent(name, each -> new ByteArrayOutputStream()))) {
            for (String line : lines) {
                unload.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        List<Source> sources = new ArrayList<>();
        files.forEach((name, bytes) -> sources.add(new Source(new Location("b", name), bytes.size())));
        Store store = new Store() {
            @Override
            public InputStream open(Source source) {
                throw new AssertionError("Parquet is read by parts");
            }

            @Override
            public byte[] range(Source source, long from, int length) {
                byte[] file = files.get(source.location().key()).toByteArray();
                return Arrays.copyOfRange(file, (int) from, (int) from + length);
            }
        };
        Order order = new Order(
                new DataFormat.Parquet(false),
                new LoadOptions(Map.of()),
                COLUMNS,
                new Assignment.Whole(),
                Rules.of(new LoadOptions(Map.of()), ZoneOffset.UTC));
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        new Load(order, sources, store, new NoJournal()).transferTo(rows);
        return BinaryRows.read(new ByteArrayInputStream(rows.toByteArray()), COLUMNS);
    }

    private static final class NoJournal implements Journal {
        @Override
        public void rejected(Rejection rejection) {
            throw new AssertionError(rejection);
        }

        @Override
        public void replaced(Source source, long line, String column, String rawLine) {
            throw new AssertionError(line);
        }

        @Override
        public void loaded(Source source, long rows) {}
    }

    @Test
    void everyTypeComesBack() throws IOException {
        assertThat(roundTrip(
                        Map.of(),
                        List.of(
                                "1\t-2\t3\t20.25\t-1234567.0001\t12345678901234567890.5\t1.5\t-2.5\tt\ttext ä\\nx\t2024-02-29"
                                        + "\t2024-02-29 01:02:03.456789\t\\\\x0aff\t01:02:03.5",
                                "\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N",
                                "-32768\t2147483647\t-9223372036854775808\t-0.01\t0\t-1\t0\t0\tf\t\t1969-12-31"
                                        + "\t1969-12-31 23:59:59\t\\\\x\t00:00:00")))
                .containsExactlyInAnyOrder(
                        "1|-2|3|20.25|-1234567.0001|12345678901234567890.5000000000|1.5|-2.5|true|text ä\\nx|2024-02-29"
                                + "|2024-02-29 01:02:03.456789|0aff|01:02:03.500",
                        "~|~|~|~|~|~|~|~|~|~|~|~|~|~",
                        "-32768|2147483647|-9223372036854775808|-0.01|0.0000|-1.0000000000|0.0|0.0|false||1969-12-31"
                                + "|1969-12-31 23:59:59||00:00");
    }

    @Test
    void manyRowsAreInManyPagesAndGroups() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            lines.add(i % 1000 + "\t" + i + "\t" + i * 7L + "\t" + i + ".25\t0\t0\t0\t0\tt\t"
                    + (i % 3 == 0 ? "\\N" : "name-" + i) + "\t2024-02-29\t\\N\t\\N\t\\N");
        }
        List<String> rows = roundTrip(Map.of(LoadOption.ROWGROUPSIZE, "0.5"), lines);
        assertThat(rows).hasSize(60_000);
        assertThat(rows)
                .contains("999|59999|419993|59999.25|0.0000|0.0000000000|0.0|0.0|true|name-59999|2024-02-29|~|~|~");
        assertThat(rows.stream().filter(row -> row.contains("|~|2024-02-29"))).hasSize(20_000);
    }
}
