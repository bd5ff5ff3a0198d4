package io.laguna.redshift.load;

import io.laguna.redshift.load.source.Source;

/** The journal of a load that must have no error. */
final class NoJournal implements Journal {
    @Override
    public void rejected(Rejection rejection) {
        throw new AssertionError(rejection);
    }

    @Override
    public void replaced(Source source, long line, String column, String rawLine) {
        throw new AssertionError(line);
    }

    @Override
    public void loaded(Source source, long rows) {}
}
