package io.laguna.redshift.wire.order;

import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The session in which an {@link Answer} works: its client, and its connection to the engine. Statements run in the
 * session's transaction; when one has failed, every further one fails likewise.
 */
public interface Workbench {
    /** Returns the role that the client works as. */
    String user();

    String database();

    /** Returns the process id of the session in the engine, which the client knows too. */
    int processId();

    /** Returns the statement's number in the journal, which Redshift's views call the query; 0 where none is kept. */
    long queryId();

    /** Tells whether the client has begun a transaction before the statement, which will not end with it. */
    boolean isInBlock();

    /** Returns the values of the statement's parameters, as texts; a parameter that is NULL is empty. */
    List<Optional<String>> parameters();

    /** Sends the client a row, with the values' texts; an empty one is NULL. */
    void row(List<Optional<String>> values) throws IOException;

    /** Sends the client a message that is no failure, at the level {@code INFO}, {@code NOTICE} or {@code WARNING}. */
    void notice(String level, String message) throws IOException;

    /** Runs one statement and returns its rows, in memory, as texts. */
    List<List<Optional<String>>> query(String sql) throws SqlFailure, IOException;

    /** Runs one statement without rows, or whose rows nobody needs, and returns its command tag. */
    String execute(String sql) throws SqlFailure, IOException;

    /**
     * Runs a {@code COPY … FROM STDIN} with what can be read of a stream.
     *
     * @return the command tag, {@code COPY n}
     */
    String copyIn(String sql, InputStream content) throws SqlFailure, IOException;

    /**
     * Runs a {@code COPY … TO STDOUT} into a stream.
     *
     * @return the command tag, {@code COPY n}
     */
    String copyOut(String sql, OutputStream content) throws SqlFailure, IOException;

    /**
     * Fails when the client has cancelled the statement or gone, for work that is not the engine's.
     *
     * @throws SqlFailure 57014
     */
    void checkCancelled() throws SqlFailure, IOException;
}
