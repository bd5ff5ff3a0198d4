package io.laguna.redshift.load.parquet;

import io.laguna.redshift.load.plan.FileRefused;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/** The footer of a Parquet file: schema, row groups and where their columns are. */
final class Footer {
    static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = 8;

    private Footer() {}

    static FileMetaData read(Source source, Store store) throws IOException {
        if (source.size() < MAGIC.length + TAIL) {
            throw notParquet(source);
        }
        byte[] tail = store.range(source, source.size() - TAIL, TAIL);
        int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        boolean magic = Arrays.equals(tail, 4, TAIL, MAGIC, 0, MAGIC.length);
        if (!magic || length <= 0 || length > source.size() - TAIL) {
            throw notParquet(source);
        }
        byte[] footer = store.range(source, source.size() - TAIL - length, length);
        return Util.readFileMetaData(new ByteArrayInputStream(footer));
    }

    private static FileRefused notParquet(Source source) {
        return new FileRefused("File '" + source.location() + "' has an invalid version number: it is no Parquet file");
    }
}
