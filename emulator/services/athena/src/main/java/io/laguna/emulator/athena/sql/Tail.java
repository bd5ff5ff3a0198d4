package io.laguna.emulator.athena.sql;

/**
 * The part of a statement that Trino takes as it is written, behind something that it does not.
 *
 * @param line where it begins, from 1
 * @param column where it begins in that line, from 0
 */
public record Tail(String text, int line, int column) {
    /**
     * Returns the text behind another head, at its own column, so that positions in the engine's errors are right: in
     * the same line where there is one between, else one line further down.
     */
    EngineSql behind(String head) {
        int lines = Math.max(1, line - 1);
        return new EngineSql(head + "\n".repeat(lines) + " ".repeat(column) + text, lines + 1 - line);
    }
}
