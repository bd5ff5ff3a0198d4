package io.laguna.emulator.athena.engine;

import io.trino.client.QueryError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The failure of a query in the engine. */
public final class QueryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The beginning of Trino's messages about a place in the text. */
    private static final Pattern PLACE = Pattern.compile("line (\\d+)(?=:\\d+: )");

    private final String name;
    private final Kind kind;

    /** The kind of a failure in Trino's words, which tells who caused it. */
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

    /** Returns a failure that the engine would give if it were asked. */
    public static QueryFailure ofUser(String name, String message) {
        return new QueryFailure(name, Kind.USER_ERROR, message);
    }

    /** Returns the failure of an engine that has died or does not start. */
    static QueryFailure ofEngine(String message) {
        return new QueryFailure("QUERY_ENGINE_ERROR", Kind.INTERNAL_ERROR, message);
    }

    /** Returns this failure for a text that began some lines further up than the text that the engine got. */
    public QueryFailure higherBy(int lines) {
        Matcher place = PLACE.matcher(getMessage());
        if (!place.lookingAt()) {
            return this;
        }
        long line = Math.max(1, Long.parseLong(place.group(1)) - lines);
        return new QueryFailure(name, kind, "line " + line + getMessage().substring(place.end()));
    }

    /** Returns Trino's name of the error: {@code COLUMN_NOT_FOUND}. */
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }
}
