package io.laguna.emulator.crawl.parquet;

import io.laguna.emulator.crawl.CrawledObject;
import io.laguna.emulator.crawl.CrawledStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/**
 * The rows of a Parquet file.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">File format</a>
 */
public final class ParquetRows {
    private static final int TAIL = 8;

    private final CrawledStore store;
    private final CrawledObject object;

    private ParquetRows(CrawledStore store, CrawledObject object) {
        this.store = store;
        this.object = object;
    }

    /**
     * Reads all rows.
     *
     * @param columns chooses what is read of the file's schema
     * @throws IOException also when the file is none of Parquet, or damaged
     */
    public static void read(
            CrawledStore store, CrawledObject object, UnaryOperator<MessageType> columns, Consumer<Group> rows)
            throws IOException {
        try {
            new ParquetRows(store, object).read(columns, rows);
        } catch (ParquetDecodingException | IllegalArgumentException e) {
            throw new IOException(object.location() + " cannot be read as Parquet: " + e.getMessage(), e);
        }
    }

    private void read(UnaryOperator<MessageType> columns, Consumer<Group> rows) throws IOException {
        FileMetaData footer = footer();
        MessageType schema = SchemaTree.of(footer.getSchema());
        MessageType wanted = columns.apply(schema);
        MessageColumnIO io = new ColumnIOFactory().getColumnIO(wanted, schema);
        for (RowGroup group : footer.getRow_groups()) {
            RecordReader<Group> reader = io.getRecordReader(pages(group, wanted), new GroupRecordConverter(wanted));
            for (long row = 0; row < group.getNum_rows(); row++) {
                rows.accept(reader.read());
            }
        }
    }

    private FileMetaData footer() throws IOException {
        byte[] tail = bytes(object.size() - TAIL, TAIL);
        int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return Util.readFileMetaData(new ByteArrayInputStream(bytes(object.size() - TAIL - length, length)));
    }

    private PageReadStore pages(RowGroup group, MessageType wanted) throws IOException {
        Map<List<String>, ColumnPages> pages = new HashMap<>();
        for (ColumnChunk chunk : group.getColumns()) {
            ColumnMetaData column = chunk.getMeta_data();
            String[] path = column.getPath_in_schema().toArray(String[]::new);
            if (wanted.containsPath(path)) {
                pages.put(
                        column.getPath_in_schema(),
                        ColumnPages.of(
                                column.getNum_values(),
                                new PageCodec(column.getCodec()),
                                bytes(begin(column), Math.toIntExact(column.getTotal_compressed_size()))));
            }
        }
        return new Pages(pages, group.getNum_rows());
    }

    private static long begin(ColumnMetaData column) {
        return column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0
                ? Math.min(column.getDictionary_page_offset(), column.getData_page_offset())
                : column.getData_page_offset();
    }

    private byte[] bytes(long from, int length) throws IOException {
        if (from < 0 || length < 0) {
            throw new IOException(object.location() + " is not whole");
        }
        try (InputStream stream = store.open(object, from, length)) {
            return stream.readNBytes(length);
        }
    }

    private record Pages(Map<List<String>, ColumnPages> columns, long rows) implements PageReadStore {
        @Override
        public PageReader getPageReader(ColumnDescriptor column) {
            return columns.get(List.of(column.getPath()));
        }

        @Override
        public long getRowCount() {
            return rows;
        }
    }
}
