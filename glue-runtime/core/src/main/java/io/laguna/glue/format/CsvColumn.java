package io.laguna.glue.format;

import java.io.Serializable;
import java.util.function.Function;

/** A column of a CSV file that is known before: its name, and how its texts are read. */
public record CsvColumn(String name, Reading reading) implements Serializable {

    /** A way from a text to a value of any type. */
    public interface Reading extends Function<String, Object>, Serializable {}
}
