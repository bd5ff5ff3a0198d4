package io.laguna.redshift.sql;

import java.util.List;

/** The definitions that a PostgreSQL needs before it can run rewritten statements: resources beside {@link Dialect}. */
public final class EngineScripts {
    /** The scripts' names in their order; a superuser runs them once in a template database. */
    public static final List<String> NAMES = List.of(
            "casts.sql",
            "aggregates.sql",
            "super.sql",
            "laguna.sql",
            "functions.sql",
            "late.sql",
            "types.sql",
            "names.sql");

    private EngineScripts() {}
}
