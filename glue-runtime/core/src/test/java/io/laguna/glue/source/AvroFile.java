package io.laguna.glue.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;

/** A file with one record, which has a date. */
final class AvroFile {
    private AvroFile() {}

    static void write(Path file) throws IOException {
        Schema schema = new Schema.Parser()
                .parse(
                        """
                {"type": "record", "name": "r", "fields": [
                  {"name": "id", "type": "int"},
                  {"name": "day", "type": ["null", {"type": "int", "logicalType": "date"}]},
                  {"name": "tags", "type": {"type": "array", "items": "string"}}]}
                """);
        GenericData.Record record = new GenericData.Record(schema);
        record.put("id", 1);
        record.put("day", 18262);
        record.put("tags", List.of("a"));
        try (DataFileWriter<GenericData.Record> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            writer.create(schema, file.toFile()).append(record);
        }
    }
}
