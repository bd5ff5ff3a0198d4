package io.laguna.pipelines.step;

/** A part of a pipeline that is asked for, followed and reported by itself. */
public sealed interface Stage permits Step, Query {
    /** Returns the name for log files and messages: {@code clean-cases}. */
    String name();

    /** Returns what the stage does: {@code raw -> trusted}. */
    String title();

    /** Returns the word that messages use for it: {@code step}. */
    String kind();
}
