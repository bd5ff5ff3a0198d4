package io.laguna.redshift.load.unload;

import io.airlift.compress.snappy.SnappyCompressor;
import io.laguna.redshift.load.parquet.PhysicalTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/** The pages of one column in the row group that is being written, compressed by Snappy. */
final class PageBuffer implements PageWriter {
    private static final SnappyCompressor SNAPPY = new SnappyCompressor();

    private final ColumnDescriptor column;
    private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
    private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
    private byte[] dictionary = {};
    private long plainSize;
    private long values;
    private final Statistics<?> statistics;

    PageBuffer(ColumnDescriptor column) {
        this.column = column;
        this.statistics = Statistics.createStats(column.getPrimitiveType());
    }

    /** Writes a page of as many rows as values, as Parquet's older writers do. */
    @Deprecated
    @Override
    public void writePage(
            BytesInput bytes,
            int count,
            Statistics<?> ofPage,
            org.apache.parquet.column.Encoding repetition,
            org.apache.parquet.column.Encoding definition,
            org.apache.parquet.column.Encoding encoding)
            throws IOException {
        writePage(bytes, count, count, ofPage, repetition, definition, encoding);
    }

    @Override
    public void writePage(
            BytesInput bytes,
            int count,
            int rows,
            Statistics<?> ofPage,
            org.apache.parquet.column.Encoding repetition,
            org.apache.parquet.column.Encoding definition,
            org.apache.parquet.column.Encoding encoding)
            throws IOException {
        PageHeader header = new PageHeader();
        header.setType(PageType.DATA_PAGE);
        header.setData_page_header(new DataPageHeader(count, of(encoding), of(definition), of(repetition)));
        write(header, bytes, pages);
        values += count;
        statistics.mergeStatistics(ofPage);
    }

    @Override
    public void writePageV2(
            int rows,
            int nulls,
            int count,
            BytesInput repetition,
            BytesInput definition,
            org.apache.parquet.column.Encoding encoding,
            BytesInput data,
            Statistics<?> ofPage) {
        throw new UnsupportedOperationException("Pages of version 1 are written");
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
        PageHeader header = new PageHeader();
        header.setType(PageType.DICTIONARY_PAGE);
        header.setDictionary_page_header(new DictionaryPageHeader(page.getDictionarySize(), of(page.getEncoding())));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        write(header, page.getBytes(), written);
        dictionary = written.toByteArray();
    }

    private Encoding of(org.apache.parquet.column.Encoding encoding) {
        Encoding named = Encoding.valueOf(encoding.name());
        encodings.add(named);
        return named;
    }

    private void write(PageHeader header, BytesInput bytes, OutputStream out) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) bytes.size());
        bytes.writeAllTo(all);
        byte[] plain = all.toByteArray();
        byte[] compressed = new byte[SNAPPY.maxCompressedLength(plain.length)];
        int length = SNAPPY.compress(plain, 0, plain.length, compressed, 0, compressed.length);
        header.setUncompressed_page_size(plain.length);
        header.setCompressed_page_size(length);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        Util.writePageHeader(header, head);
        head.writeTo(out);
        out.write(compressed, 0, length);
        plainSize += head.size() + plain.length;
    }

    @Override
    public long getMemSize() {
        return pages.size() + (long) dictionary.length;
    }

    @Override
    public long allocatedSize() {
        return getMemSize();
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + getMemSize();
    }

    /** Writes the pages into the file and returns where they are. */
    ColumnChunk writeTo(Counted file) throws IOException {
        long at = file.count();
        file.write(dictionary);
        long data = file.count();
        pages.writeTo(file);
        ColumnMetaData metadata = new ColumnMetaData(
                PhysicalTypes.ofFooter(column.getPrimitiveType().getPrimitiveTypeName()),
                List.copyOf(encodings),
                Arrays.asList(column.getPath()),
                CompressionCodec.SNAPPY,
                values,
                plainSize,
                file.count() - at,
                data);
        if (dictionary.length > 0) {
            metadata.setDictionary_page_offset(at);
        }
        metadata.setStatistics(bounds());
        ColumnChunk chunk = new ColumnChunk(at);
        chunk.setMeta_data(metadata);
        return chunk;
    }

    private org.apache.parquet.format.Statistics bounds() {
        org.apache.parquet.format.Statistics bounds = new org.apache.parquet.format.Statistics();
        bounds.setNull_count(statistics.getNumNulls());
        boolean ordered =
                switch (column.getPrimitiveType().getPrimitiveTypeName()) {
                    case INT32, INT64, DOUBLE, FLOAT, BOOLEAN -> true;
                    default -> false;
                };
        if (ordered && statistics.hasNonNullValue()) {
            bounds.setMin_value(statistics.getMinBytes());
            bounds.setMax_value(statistics.getMaxBytes());
        }
        return bounds;
    }
}
