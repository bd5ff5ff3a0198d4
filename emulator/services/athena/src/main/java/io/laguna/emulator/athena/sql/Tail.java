package io.laguna.emulator.athena.sql;

/**
 * The part of a statement that Trino takes as it is written, behind a part that it does not take.
 *
 * @param line where it begins, from 1
 * @param column where it begins in that line, from 0
 */
public record Tail(String text, int line, int column) {
    /**
     * Returns SQL with this text behind another beginning. The text keeps its column and its line, so that positions in
     * the engine's errors are right; a text of the first line comes one line further down.
     */
    EngineSql behind(String head) {
        int lines = Math.max(1, line - 1);
        return new EngineSql(head + "\n".repeat(lines) + " ".repeat(column) + text, lines + 1 - line);
    }
}
