package io.laguna.glue.format;

import io.laguna.glue.record.DynamicRecord;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A way to read records out of bytes. What cannot be read of a record is a record that is an error. */
public interface RecordFormat extends Serializable {

    /**
     * Returns the records of a slice as they are read. The stream is closed after the last one.
     *
     * @throws UnparseableFileException when the file as a whole is not of this format
     */
    Iterator<DynamicRecord> read(Slice slice) throws IOException;

    /** Tells whether a file can be read from a line in its middle. */
    default boolean splittable() {
        return false;
    }

    /** Returns the records of a text. */
    default List<DynamicRecord> parse(String text) throws IOException {
        List<DynamicRecord> records = new ArrayList<>();
        read(Slice.ofText(text)).forEachRemaining(records::add);
        return records;
    }
}
