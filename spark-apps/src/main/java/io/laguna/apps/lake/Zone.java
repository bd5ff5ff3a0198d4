package io.laguna.apps.lake;

/** The three zones of the lake. Each is a bucket and a database of the same name. */
public enum Zone {
    RAW("raw", "Sources as they were delivered, bytes and types unchanged"),
    TRUSTED("trusted", "Cleaned and conformed: one row per thing, typed, every row accounted for"),
    REFINED("refined", "Answers: marts, models and reports made from the trusted zone");

    private final String database;
    private final String comment;

    Zone(String database, String comment) {
        this.database = database;
        this.comment = comment;
    }

    public String database() {
        return database;
    }

    String comment() {
        return comment;
    }
}
