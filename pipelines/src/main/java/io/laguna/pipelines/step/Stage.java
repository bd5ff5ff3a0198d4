package io.laguna.pipelines.step;

/** A part of a pipeline that is asked for, followed and told of by itself. */
public sealed interface Stage permits Step, Query {
    /** For log files and messages: {@code clean-cases}. */
    String name();

    /** What it does: {@code raw -> trusted}. */
    String title();

    /** What a message calls it: {@code step}. */
    String kind();
}
