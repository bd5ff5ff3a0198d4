package io.laguna.redshift.load.parquet;

import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;

/** The pages of one row group. */
record GroupPages(Source source, Store store, RowGroup group) implements PageReadStore {
    @Override
    public PageReader getPageReader(ColumnDescriptor descriptor) {
        for (ColumnChunk chunk : group.getColumns()) {
            if (chunk.getMeta_data().getPath_in_schema().equals(Arrays.asList(descriptor.getPath()))) {
                return new ChunkPages(source, store, chunk.getMeta_data(), descriptor.getPrimitiveType());
            }
        }
        throw new IllegalStateException("No column " + String.join(".", descriptor.getPath()));
    }

    @Override
    public long getRowCount() {
        return group.getNum_rows();
    }
}
