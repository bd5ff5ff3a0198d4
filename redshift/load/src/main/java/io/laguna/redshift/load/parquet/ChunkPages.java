package io.laguna.redshift.load.parquet;

import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.PrimitiveType;

/** The pages of one column in one row group, read one by one. */
final class ChunkPages implements PageReader {
    private static final int AHEAD = 512 * 1024;
    private static final int LONGEST_HEADER = 64 * 1024;

    private final Source source;
    private final Store store;
    private final ColumnMetaData column;
    private final Statistics<?> nothing;
    private final CompressionCodec codec;
    private final long end;
    private byte[] window = {};
    /** The places of the window in the file, and of the next page in the window. */
    private long windowAt;

    private int next;

    ChunkPages(Source source, Store store, ColumnMetaData column, PrimitiveType type) {
        this.source = source;
        this.store = store;
        this.column = column;
        this.codec = column.getCodec();
        this.nothing = Statistics.createStats(type);
        long first = column.getData_page_offset();
        if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
            first = Math.min(first, column.getDictionary_page_offset());
        }
        this.windowAt = first;
        this.end = first + column.getTotal_compressed_size();
    }

    @Override
    public long getTotalValueCount() {
        return column.getNum_values();
    }

    @Override
    public DictionaryPage readDictionaryPage() {
        try {
            long at = windowAt + next;
            PageHeader header = header();
            if (header.getType() != PageType.DICTIONARY_PAGE) {
                next = (int) (at - windowAt);
                return null;
            }
            byte[] plain = body(header);
            return new DictionaryPage(
                    BytesInput.from(plain),
                    header.getDictionary_page_header().getNum_values(),
                    Encoding.valueOf(
                            header.getDictionary_page_header().getEncoding().name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DataPage readPage() {
        try {
            while (windowAt + next < end) {
                PageHeader header = header();
                if (header.getType() == PageType.DATA_PAGE) {
                    return first(header);
                } else if (header.getType() == PageType.DATA_PAGE_V2) {
                    return second(header);
                }
                next += header.getCompressed_page_size();
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataPage first(PageHeader header) throws IOException {
        DataPageHeader page = header.getData_page_header();
        byte[] plain = body(header);
        return new DataPageV1(
                BytesInput.from(plain),
                page.getNum_values(),
                plain.length,
                nothing,
                Encoding.valueOf(page.getRepetition_level_encoding().name()),
                Encoding.valueOf(page.getDefinition_level_encoding().name()),
                Encoding.valueOf(page.getEncoding().name()));
    }

    private DataPage second(PageHeader header) throws IOException {
        DataPageHeaderV2 page = header.getData_page_header_v2();
        int size = header.getCompressed_page_size();
        want(size);
        int repetitions = page.getRepetition_levels_byte_length();
        int definitions = page.getDefinition_levels_byte_length();
        int levels = repetitions + definitions;
        byte[] plain = Codecs.decompress(
                page.isIs_compressed() ? codec : CompressionCodec.UNCOMPRESSED,
                window,
                next + levels,
                size - levels,
                header.getUncompressed_page_size() - levels);
        BytesInput repetition = BytesInput.from(Arrays.copyOfRange(window, next, next + repetitions));
        BytesInput definition = BytesInput.from(Arrays.copyOfRange(window, next + repetitions, next + levels));
        next += size;
        return DataPageV2.uncompressed(
                page.getNum_rows(),
                page.getNum_nulls(),
                page.getNum_values(),
                repetition,
                definition,
                Encoding.valueOf(page.getEncoding().name()),
                BytesInput.from(plain),
                nothing);
    }

    private byte[] body(PageHeader header) throws IOException {
        int size = header.getCompressed_page_size();
        want(size);
        byte[] plain = Codecs.decompress(codec, window, next, size, header.getUncompressed_page_size());
        next += size;
        return plain;
    }

    private PageHeader header() throws IOException {
        want((int) Math.min(LONGEST_HEADER, end - windowAt - next));
        ByteArrayInputStream stream = new ByteArrayInputStream(window, next, window.length - next);
        PageHeader header = Util.readPageHeader(stream);
        next = window.length - stream.available();
        return header;
    }

    /** Has so many bytes from the next place on in the window. */
    private void want(int length) throws IOException {
        if (window.length - next >= length) {
            return;
        }
        long at = windowAt + next;
        int ahead = (int) Math.min(Math.max(AHEAD, length), end - at);
        window = store.range(source, at, ahead);
        windowAt = at;
        next = 0;
        if (window.length < length) {
            throw new IOException("Unexpected end of Parquet file " + source.location());
        }
    }
}
