package io.laguna.pipelines.covid.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * The bytes of one CSV file, without the packing that they came in. The bytes can be read more than once.
 *
 * @param fileName its name, without folders and without the suffix of a compression
 * @param source what to call it in a message: the path, and the entry if it is an archive
 * @param bytes its unpacked size, where that is known without unpacking
 */
record CsvContent(String fileName, String source, OptionalLong bytes, Opening opening) {

    /** The way to open the bytes anew. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    InputStream open() throws IOException {
        return opening.open();
    }

    /** Returns an exception that tells in words why these bytes cannot be read. */
    IngestException unreadable(IOException failure) {
        return new IngestException(
                source + " cannot be read (" + failure.getMessage() + "): the file is damaged, or not readable by you.",
                failure);
    }
}
