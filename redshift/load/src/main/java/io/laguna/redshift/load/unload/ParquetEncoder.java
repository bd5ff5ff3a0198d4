package io.laguna.redshift.load.unload;

import io.laguna.redshift.sql.statement.LoadOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.impl.ColumnWriteStoreV1;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;

/** A Parquet file, whose row groups are written one after the other. */
final class ParquetEncoder implements Encoder {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final long MEGABYTE = 1024 * 1024;
    private static final double GROUP_SIZE = 32;
    /** The rows after which the size of a row group is looked at. */
    private static final int LOOK = 256;

    private final Layout layout;
    private final Counted file;
    private final MessageType schema;
    private final long groupSize;
    private final List<RowGroup> groups = new ArrayList<>();
    private final Map<ColumnDescriptor, PageBuffer> pages = new HashMap<>();
    private final List<ParquetValues> values = new ArrayList<>();
    private ColumnWriteStore store;
    private long rows;
    private long ofGroup;

    ParquetEncoder(Layout layout, OutputStream out) throws IOException {
        this.layout = layout;
        this.file = new Counted(out);
        List<Column> columns = layout.kept().stream().map(layout.columns()::get).toList();
        this.schema = ParquetColumns.schema(columns);
        this.groupSize = (long) (layout.options()
                        .value(LoadOption.ROWGROUPSIZE)
                        .map(Double::parseDouble)
                        .orElse(GROUP_SIZE)
                * MEGABYTE);
        this.store = store();
        file.write(MAGIC);
    }

    private ColumnWriteStore store() {
        pages.clear();
        values.clear();
        ColumnWriteStore opened = new ColumnWriteStoreV1(
                schema,
                column -> pages.computeIfAbsent(column, PageBuffer::new),
                ParquetProperties.builder()
                        .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
                        .build());
        for (int i = 0; i < layout.kept().size(); i++) {
            int number = layout.kept().get(i);
            values.add(new ParquetValues(
                    layout.columns().get(number),
                    number,
                    opened.getColumnWriter(schema.getColumns().get(i))));
        }
        return opened;
    }

    @Override
    public void write(Fields row) throws IOException {
        for (ParquetValues value : values) {
            value.write(row);
        }
        store.endRecord();
        rows++;
        ofGroup++;
        if (ofGroup % LOOK == 0 && store.getBufferedSize() > groupSize) {
            endGroup();
            store = store();
        }
    }

    private void endGroup() throws IOException {
        store.flush();
        long at = file.count();
        List<ColumnChunk> chunks = new ArrayList<>();
        long plain = 0;
        for (ColumnDescriptor column : schema.getColumns()) {
            ColumnChunk chunk = pages.get(column).writeTo(file);
            chunks.add(chunk);
            plain += chunk.getMeta_data().getTotal_uncompressed_size();
        }
        store.close();
        RowGroup group = new RowGroup(chunks, plain, ofGroup);
        group.setFile_offset(at);
        group.setTotal_compressed_size(file.count() - at);
        groups.add(group);
        ofGroup = 0;
    }

    @Override
    public long size() {
        return file.count();
    }

    @Override
    public void close() throws IOException {
        if (ofGroup > 0) {
            endGroup();
        }
        FileMetaData footer = new FileMetaData(1, ParquetColumns.elements(schema), rows, groups);
        footer.setCreated_by("Laguna");
        List<ColumnOrder> orders = new ArrayList<>();
        schema.getColumns().forEach(column -> orders.add(ColumnOrder.TYPE_ORDER(new TypeDefinedOrder())));
        footer.setColumn_orders(orders);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, bytes);
        bytes.writeTo(file);
        int length = bytes.size();
        file.write(new byte[] {(byte) length, (byte) (length >> 8), (byte) (length >> 16), (byte) (length >> 24)});
        file.write(MAGIC);
        file.close();
    }
}
