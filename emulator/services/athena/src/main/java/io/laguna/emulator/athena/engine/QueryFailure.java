package io.laguna.emulator.athena.engine;

import io.trino.client.QueryError;
import java.util.function.IntBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The failure of a query in the engine. */
public final class QueryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The beginning of Trino's messages about a place in the text. */
    private static final Pattern PLACE = Pattern.compile("line (\\d+):(\\d+)(?=: )");

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
        return at(place, Math.max(1, Integer.parseInt(place.group(1)) - lines), Integer.parseInt(place.group(2)));
    }

    /**
     * Returns this failure for a text whose places were further left than in the text that the engine got.
     *
     * @param columns returns by how many, for a line and a column, which are counted from 1
     */
    public QueryFailure leftBy(IntBinaryOperator columns) {
        Matcher place = PLACE.matcher(getMessage());
        if (!place.lookingAt()) {
            return this;
        }
        int line = Integer.parseInt(place.group(1));
        int column = Integer.parseInt(place.group(2));
        return at(place, line, column - columns.applyAsInt(line, column));
    }

    private QueryFailure at(Matcher place, int line, int column) {
        return new QueryFailure(
                name, kind, "line " + line + ":" + column + getMessage().substring(place.end()));
    }

    /** Returns Trino's name of the error: {@code COLUMN_NOT_FOUND}. */
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }
}
