package io.laguna.redshift.load.unload;

import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOption;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An UNLOAD, as the stream that takes a PostgreSQL's {@code COPY … TO STDOUT} in text. Rows of a partition come together,
 * and go to the slices in turn.
 */
public final class Unload extends OutputStream {
    private final Layout layout;
    private final List<Integer> partitions;
    private final List<WrittenFile> written = new ArrayList<>();
    private final List<Slice> slices = new ArrayList<>();
    private final Fields row = new Fields();
    private byte[] line = new byte[8 * 1024];
    private int size;
    private long rows;
    private long ofPartition;
    private String folder = "";

    /**
     * Creates an unload without rows.
     *
     * @param partitions the numbers of the columns of PARTITION BY
     * @param slices how many slices the cluster has
     */
    public Unload(Layout layout, List<Integer> partitions, int slices, Files files) {
        this.layout = layout;
        this.partitions = partitions;
        boolean parallel =
                !layout.options().has(LoadOption.PARALLEL) || layout.options().isOn(LoadOption.PARALLEL);
        for (int i = 0; i < (parallel ? slices : 1); i++) {
            this.slices.add(new Slice(layout, files, written, parallel, i));
        }
    }

    /** Returns how many rows have come. */
    public long rows() {
        return rows;
    }

    /** Returns the files, once the unload is closed. */
    public List<WrittenFile> written() {
        return List.copyOf(written);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int start = from;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                if (size > 0) {
                    keep(bytes, start, i - start);
                    row.read(line, 0, size);
                    size = 0;
                } else {
                    row.read(bytes, start, i);
                }
                row();
                start = i + 1;
            }
        }
        keep(bytes, start, from + length - start);
    }

    private void keep(byte[] bytes, int from, int length) {
        if (size + length > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, size + length));
        }
        System.arraycopy(bytes, from, line, size, length);
        size += length;
    }

    private void row() throws IOException {
        if (!partitions.isEmpty()) {
            String next = Partitions.folder(layout.columns(), partitions, row);
            if (!next.equals(folder)) {
                folder = next;
                ofPartition = 0;
                for (Slice slice : slices) {
                    slice.enter(folder);
                }
            }
        }
        slices.get((int) (ofPartition % slices.size())).write(row);
        ofPartition++;
        rows++;
    }

    @Override
    public void close() throws IOException {
        boolean text = !(layout.format() instanceof DataFormat.Json || layout.format() instanceof DataFormat.Parquet);
        if (rows == 0 && text && partitions.isEmpty()) {
            slices.get(0).begin();
        }
        for (Slice slice : slices) {
            slice.end();
        }
    }
}
