package io.laguna.redshift.load.unload;

import java.io.IOException;
import java.io.OutputStream;

/** The destination of the files of an UNLOAD. */
public interface Files {
    /**
     * Begins a file.
     *
     * @param name what follows the statement's prefix: {@code 0000_part_00.gz}
     */
    OutputStream create(String name) throws IOException;
}
