package io.laguna.redshift.load;

import io.laguna.redshift.load.source.Source;
import java.io.IOException;

/** The journal in which a load says what becomes of its rows. */
public interface Journal {
    void rejected(Rejection rejection) throws IOException;

    /** Notes a row in which characters were replaced, of which the first hundred are told. */
    void replaced(Source source, long line, String column, String rawLine) throws IOException;

    /** Notes a file that was read to its end. */
    void loaded(Source source, long rows) throws IOException;
}
