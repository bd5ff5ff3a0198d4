package io.laguna.glue.sink;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that one task writes: one for each partition of which it has met a record. */
final class OpenFiles<F extends Closeable> {
    private final Map<List<String>, F> files = new LinkedHashMap<>();
    private final Opening<F> opening;

    /** A way to begin the file of a partition. */
    interface Opening<F> {
        F open(List<String> values) throws IOException;
    }

    OpenFiles(Opening<F> opening) {
        this.opening = opening;
    }

    F of(List<String> values) throws IOException {
        F file = files.get(values);
        if (file == null) {
            file = opening.open(values);
            files.put(values, file);
        }
        return file;
    }

    /** Ends all files, and returns the partitions that they are of. A file that is not ended is not in S3. */
    List<List<String>> close() throws IOException {
        for (F file : files.values()) {
            file.close();
        }
        return new ArrayList<>(files.keySet());
    }
}
