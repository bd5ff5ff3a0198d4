package io.laguna.emulator.athena.ddl.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The columns of Hive's text, which are 20 characters wide when they fit, with a tab between them. */
public final class Padded {
    static final String EMPTY_ROW = "\t \t ";

    private static final int WIDTH = 20;

    private Padded() {}

    public static String text(String text) {
        return text + " ".repeat(Math.max(0, WIDTH - text.codePointCount(0, text.length())));
    }

    static String row(String... fields) {
        return Arrays.stream(fields).map(Padded::text).collect(Collectors.joining("\t"));
    }

    static String heading(String text) {
        return text + "\t \t ";
    }

    /** Returns a property of a table: {@code Database: \tsales \t }. */
    static String property(String name, String value) {
        return row(name, value) + "\t ";
    }
}
