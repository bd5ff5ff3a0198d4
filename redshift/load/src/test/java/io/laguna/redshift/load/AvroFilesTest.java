package io.laguna.redshift.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.redshift.load.plan.Order;
import io.laguna.redshift.load.record.Assignment;
import io.laguna.redshift.load.record.InvalidPaths;
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
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of Avro files by names and by paths, in the codecs that Redshift reads. */
class AvroFilesTest {
    private static final Schema SCHEMA = new Schema.Parser()
            .parse("{\"type\": \"record\", \"name\": \"r\", \"fields\": ["
                    + "{\"name\": \"id\", \"type\": \"int\"}, {\"name\": \"name\", \"type\": [\"null\", \"string\"]},"
                    + "{\"name\": \"kind\", \"type\": {\"type\": \"enum\", \"name\": \"k\", \"symbols\": [\"A\", \"B\"]}},"
                    + "{\"name\": \"moment\", \"type\": \"long\"}, {\"name\": \"tags\", \"type\": {\"type\": \"array\","
                    + " \"items\": \"string\"}}, {\"name\": \"Ignored\", \"type\": \"double\"}]}");
    private static final List<Target> COLUMNS = List.of(
            target("id", Kind.INTEGER, 0),
            target("name", Kind.VARCHAR, 10),
            target("kind", Kind.VARCHAR, 5),
            target("moment", Kind.TIMESTAMP, 0),
            target("tags", Kind.VARCHAR, 30));

    private static Target target(String name, Kind kind, int length) {
        return new Target(name, new ColumnType(kind, length, 0), true);
    }

    private static byte[] file(String codec) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataFileWriter<GenericData.Record> writer =
                new DataFileWriter<>(new GenericDatumWriter<GenericData.Record>(SCHEMA))) {
            writer.setCodec(CodecFactory.fromString(codec)).create(SCHEMA, bytes);
            for (int i = 0; i < 2; i++) {
                GenericData.Record row = new GenericData.Record(SCHEMA);
                row.put("id", i);
                row.put("name", i == 0 ? "zero" : null);
                row.put(
                        "kind",
                        new GenericData.EnumSymbol(SCHEMA.getField("kind").schema(), i == 0 ? "A" : "B"));
                row.put("moment", 1_222_408_992_123L);
                row.put("tags", List.of("x", "y" + i));
                row.put("Ignored", 0.5);
                writer.append(row);
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> load(byte[] file, List<Target> columns, Assignment assignment) throws IOException {
        Store store = new Store() {
            @Override
            public InputStream open(Source source) {
                return new ByteArrayInputStream(file);
            }

            @Override
            public byte[] range(Source source, long from, int length) {
                throw new AssertionError("Avro is read from its beginning");
            }
        };
        LoadOptions options = new LoadOptions(Map.of(LoadOption.TIMEFORMAT, "epochmillisecs"));
        Order order = new Order(
                new DataFormat.Avro(new DataFormat.Mapping.Auto(false)),
                options,
                columns,
                assignment,
                Rules.of(options, ZoneOffset.UTC));
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        new Load(order, List.of(new Source(new Location("b", "f"), file.length)), store, new NoJournal())
                .transferTo(rows);
        return BinaryRows.read(new ByteArrayInputStream(rows.toByteArray()), columns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "deflate", "snappy"})
    void fieldsGoToColumnsOfTheirNames(String codec) throws IOException {
        // Reading registers the codec that writing needs too.
        load(file("null"), COLUMNS, new Assignment.ByName(List.of("id", "name", "kind", "moment", "tags"), false));
        assertThat(load(
                        file(codec),
                        COLUMNS,
                        new Assignment.ByName(List.of("id", "name", "kind", "moment", "tags"), false)))
                .containsExactly(
                        "0|zero|A|2008-09-26 06:03:12.123|[\"x\",\"y0\"]",
                        "1|~|B|2008-09-26 06:03:12.123|[\"x\",\"y1\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate"})
    void pathsLeadIntoRecords(String codec) throws IOException, InvalidPaths {
        Assignment paths =
                Assignment.paths("{\"jsonpaths\": [\"$.id\", \"$.tags[1]\"]}".getBytes(StandardCharsets.UTF_8), 2);
        assertThat(load(file(codec), List.of(target("a", Kind.BIGINT, 0), target("b", Kind.VARCHAR, 5)), paths))
                .containsExactly("0|y0", "1|y1");
    }
}
