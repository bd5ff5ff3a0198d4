package io.laguna.glue.sink;

import io.laguna.glue.format.AvroOutput;
import io.laguna.glue.format.Options;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * The schema by which Hive's reader of Avro finds the fields of a table's files: the catalog's columns are in lower case, and
 * the files' fields need not be.
 */
final class AvroTableSchema {
    /** The parameter of the SerDe that has the schema. */
    static final String PARAMETER = "avro.schema.literal";

    private AvroTableSchema() {}

    /** Returns the schema of files with these columns. */
    static String of(StructType columns, Options options) {
        return AvroOutput.schema(options, columns).toString();
    }

    /** Returns a schema with the fields of files that it lacks, behind those that it has. */
    static String extended(String before, StructType columns, Options options) {
        Schema known = new Schema.Parser().parse(before);
        Set<String> names = new HashSet<>();
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema schema : List.of(known, AvroOutput.schema(options, columns))) {
            for (Schema.Field field : schema.getFields()) {
                if (names.add(field.name().toLowerCase(Locale.ROOT))) {
                    fields.add(new Schema.Field(field, field.schema()));
                }
            }
        }
        return Schema.createRecord(known.getName(), known.getDoc(), known.getNamespace(), false, fields)
                .toString();
    }
}
