package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.wire.message.SqlFailure;

/** The failures of statements, as clients are told them. */
final class Failures {
    private Failures() {}

    /**
     * Returns an error of a text as a failure of the protocol.
     *
     * @param text the client's whole text, in which the error's place is
     */
    static SqlFailure of(SqlError error, String text) {
        SqlFailure failure = new SqlFailure(error.state(), error.getMessage());
        if (!error.detail().isEmpty()) {
            failure = failure.with('D', error.detail());
        }
        if (!error.hint().isEmpty()) {
            failure = failure.with('H', error.hint());
        }
        return failure.at(Places.character(text, error.place()));
    }

    static SqlFailure notSupported(String message) {
        return new SqlFailure("0A000", message);
    }
}
