package io.laguna.glue.format;

import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.Struct;
import java.io.IOException;
import java.util.Deque;
import java.util.Iterator;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * Avro's container files. Logical types are read with {@code version} 1.8 only, as AWS does.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-format-avro-home.html">Using the Avro
 *     format in AWS Glue</a>
 */
record AvroFormat(boolean logicalTypes) implements RecordFormat {

    static AvroFormat of(Options options) {
        return new AvroFormat(isLater(options));
    }

    /** Tells whether the options ask for version 1.8, and not for 1.7. */
    static boolean isLater(Options options) {
        String version = options.text("version", "1.7");
        return switch (version) {
            case "1.7" -> false;
            case "1.8" -> true;
            default -> throw new IllegalArgumentException(
                    "Unsupported Avro version: " + version + ". It is 1.7 or 1.8");
        };
    }

    @Override
    public Iterator<DynamicRecord> read(Slice slice) throws IOException {
        return new Records(open(slice));
    }

    private static DataFileStream<GenericRecord> open(Slice slice) throws IOException {
        try {
            return new DataFileStream<>(slice.open(0), new GenericDatumReader<>());
        } catch (IOException e) {
            throw new UnparseableFileException(slice.name(), e);
        }
    }

    private final class Records extends PulledRecords {
        private final DataFileStream<GenericRecord> file;

        Records(DataFileStream<GenericRecord> file) {
            super(file);
            this.file = file;
        }

        @Override
        boolean pull(Deque<DynamicRecord> ready) {
            boolean more = file.hasNext();
            if (more) {
                GenericRecord next = file.next();
                ready.add(DynamicRecord.of((Struct) AvroValues.read(next, next.getSchema(), logicalTypes)));
            }
            return more;
        }
    }
}
