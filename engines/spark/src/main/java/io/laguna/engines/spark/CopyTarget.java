package io.laguna.engines.spark;

import java.util.List;
import org.apache.hadoop.fs.Path;

/**
 * A file to write.
 *
 * @param base its path without the ending of a codec
 * @param sources what it consists of, in this order
 */
record CopyTarget(Path path, String base, List<CopySource> sources) {
    CopyTarget {
        sources = List.copyOf(sources);
    }

    /** Returns the number of bytes in the sources. */
    long size() {
        return sources.stream().mapToLong(CopySource::size).sum();
    }
}
