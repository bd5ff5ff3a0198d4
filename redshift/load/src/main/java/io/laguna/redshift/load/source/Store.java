package io.laguna.redshift.load.source;

import java.io.IOException;
import java.io.InputStream;

/** A store of objects that are read. */
public interface Store {
    InputStream open(Source source) throws IOException;

    /** Returns a part of an object. */
    byte[] range(Source source, long from, int length) throws IOException;
}
