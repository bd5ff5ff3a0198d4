package io.laguna.emulator.athena.engine;

import io.trino.client.QueryError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query that the engine could not run. */
public final class QueryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How Trino begins a message about a place in the text. */
    private static final Pattern PLACE = Pattern.compile("line (\\d+)(?=:\\d+: )");

    private final String name;
    private final Kind kind;

    /** Whose fault it is, in Trino's words. */
    public enum Kind {
        USER_ERROR,
        INTERNAL_ERROR,
        INSUFFICIENT_RESOURCES,
        EXTERNAL
    }

    private QueryFailure(String name, Kind kind, String message) {
        super(message);
        this.name = name;
        this.kind = kind;
    }

    static QueryFailure of(QueryError error) {
        return new QueryFailure(error.getErrorName(), Kind.valueOf(error.getErrorType()), error.getMessage());
    }

    /** What the engine would say if it were asked. */
    public static QueryFailure ofUser(String name, String message) {
        return new QueryFailure(name, Kind.USER_ERROR, message);
    }

    /** The engine itself is gone, or does not start. */
    static QueryFailure ofEngine(String message) {
        return new QueryFailure("QUERY_ENGINE_ERROR", Kind.INTERNAL_ERROR, message);
    }

    /** Returns the same about a text that began some lines further up than what the engine was given. */
    public QueryFailure higherBy(int lines) {
        Matcher place = PLACE.matcher(getMessage());
        if (!place.lookingAt()) {
            return this;
        }
        long line = Math.max(1, Long.parseLong(place.group(1)) - lines);
        return new QueryFailure(name, kind, "line " + line + getMessage().substring(place.end()));
    }

    /** Trino's name of the error: {@code COLUMN_NOT_FOUND}. */
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }
}
