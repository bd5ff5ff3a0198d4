package io.laguna.redshift.load;

import java.io.IOException;

/** The end of a load that has met too many errors, which the journal has. */
public final class LoadFailed extends IOException {
    private static final long serialVersionUID = 1L;

    LoadFailed() {
        super("too many errors");
    }
}
