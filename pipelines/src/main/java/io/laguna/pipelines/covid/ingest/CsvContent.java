package io.laguna.pipelines.covid.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * The bytes of one CSV file, out of whatever they were packed in; they can be read more than once.
 *
 * @param fileName its name, without folders and without the suffix of a compression
 * @param source what to call it in a message: the path, and the entry if it is an archive
 * @param bytes its unpacked size, where that is known without unpacking
 */
record CsvContent(String fileName, String source, OptionalLong bytes, Opening opening) {

    /** Opens the bytes anew. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    InputStream open() throws IOException {
        return opening.open();
    }

    /** Returns the failure of reading these bytes, in words. */
    IngestException unreadable(IOException failure) {
        return new IngestException(
                source + " cannot be read (" + failure.getMessage() + "): the file is damaged, or not readable by you.",
                failure);
    }
}
