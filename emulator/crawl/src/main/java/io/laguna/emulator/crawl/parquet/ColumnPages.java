package io.laguna.emulator.crawl.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;

/** The pages of one column in one row group. */
final class ColumnPages implements PageReader {
    /** Whoever reads all rows needs no statistics of pages; the library takes null for none. */
    private static final Statistics<?> NOT_ASKED_FOR = null;

    private final long values;
    private final PageCodec codec;
    private final Deque<DataPage> pages = new ArrayDeque<>();
    private Optional<DictionaryPage> dictionary = Optional.empty();

    private ColumnPages(long values, PageCodec codec) {
        this.values = values;
        this.codec = codec;
    }

    /**
     * Reads pages.
     *
     * @param chunk all pages of the column, as the file has them
     */
    static ColumnPages of(long values, PageCodec codec, byte[] chunk) throws IOException {
        ColumnPages pages = new ColumnPages(values, codec);
        ByteArrayInputStream stream = new ByteArrayInputStream(chunk);
        for (long read = 0; read < values; ) {
            read += pages.add(stream);
        }
        return pages;
    }

    /** Adds the next page; returns how many values are in it. */
    private int add(ByteArrayInputStream stream) throws IOException {
        PageHeader header = Util.readPageHeader(stream);
        byte[] bytes = stream.readNBytes(header.getCompressed_page_size());
        return switch (header.getType()) {
            case DICTIONARY_PAGE -> {
                dictionary = Optional.of(new DictionaryPage(
                        BytesInput.from(codec.decompressed(bytes, header.getUncompressed_page_size())),
                        header.getDictionary_page_header().getNum_values(),
                        encoding(header.getDictionary_page_header().getEncoding())));
                yield 0;
            }
            case DATA_PAGE -> {
                DataPageHeader page = header.getData_page_header();
                pages.add(new DataPageV1(
                        BytesInput.from(codec.decompressed(bytes, header.getUncompressed_page_size())),
                        page.getNum_values(),
                        header.getUncompressed_page_size(),
                        NOT_ASKED_FOR,
                        encoding(page.getRepetition_level_encoding()),
                        encoding(page.getDefinition_level_encoding()),
                        encoding(page.getEncoding())));
                yield page.getNum_values();
            }
            case DATA_PAGE_V2 -> {
                pages.add(second(header, bytes));
                yield header.getData_page_header_v2().getNum_values();
            }
            case INDEX_PAGE -> 0;
        };
    }

    /** Returns a page of the second kind, whose levels are never compressed. */
    private DataPage second(PageHeader header, byte[] bytes) throws IOException {
        DataPageHeaderV2 page = header.getData_page_header_v2();
        int repetition = page.getRepetition_levels_byte_length();
        int levels = repetition + page.getDefinition_levels_byte_length();
        byte[] data = new byte[bytes.length - levels];
        System.arraycopy(bytes, levels, data, 0, data.length);
        return DataPageV2.uncompressed(
                page.getNum_rows(),
                page.getNum_nulls(),
                page.getNum_values(),
                BytesInput.from(bytes, 0, repetition),
                BytesInput.from(bytes, repetition, levels - repetition),
                encoding(page.getEncoding()),
                BytesInput.from(
                        page.isIs_compressed() && data.length > 0
                                ? codec.decompressed(data, header.getUncompressed_page_size() - levels)
                                : data),
                NOT_ASKED_FOR);
    }

    private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
        return Encoding.valueOf(encoding.name());
    }

    /** Returns null, as the interface has it, where the column has no dictionary. */
    @Override
    public DictionaryPage readDictionaryPage() {
        return dictionary.orElse(null);
    }

    @Override
    public long getTotalValueCount() {
        return values;
    }

    @Override
    public DataPage readPage() {
        return pages.poll();
    }
}
