package io.laguna.engines.trino.lake.cloudtrail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.trino.hive.formats.line.LineBuffer;
import io.trino.hive.formats.line.LineReader;
import java.io.IOException;
import java.io.InputStream;

/**
 * The objects of the array {@code Records} of a file, each as a line. A file without this array, such as a digest of
 * CloudTrail's, has none.
 */
final class RecordsReader implements LineReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String RECORDS = "Records";

    private final JsonParser parser;
    private final long size;
    private boolean isAmongRecords;
    private boolean isClosed;
    private long nanos;

    /** Makes the reader of a file whose size in S3 is given, which is what a query is charged for. */
    RecordsReader(InputStream json, long size) throws IOException {
        this.parser = JSON.createParser(json);
        this.size = size;
    }

    @Override
    public boolean readLine(LineBuffer line) throws IOException {
        long begin = System.nanoTime();
        try {
            return read(line);
        } finally {
            nanos += System.nanoTime() - begin;
        }
    }

    private boolean read(LineBuffer line) throws IOException {
        line.reset();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (isAmongRecords && token == JsonToken.START_OBJECT) {
                JsonGenerator copy = JSON.createGenerator(line).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                copy.copyCurrentStructureExact(parser);
                copy.close();
                return true;
            }
            if (isAmongRecords) {
                isAmongRecords = token != JsonToken.END_ARRAY;
            } else if (token == JsonToken.FIELD_NAME) {
                boolean isRecords = RECORDS.equals(parser.currentName());
                isAmongRecords = parser.nextToken() == JsonToken.START_ARRAY && isRecords;
                if (!isAmongRecords) {
                    parser.skipChildren();
                }
            }
        }
        close();
        return false;
    }

    @Override
    public boolean isClosed() {
        return isClosed;
    }

    @Override
    public long getRetainedSize() {
        return 0;
    }

    @Override
    public long getBytesRead() {
        return size;
    }

    @Override
    public long getReadTimeNanos() {
        return nanos;
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        parser.close();
    }
}
