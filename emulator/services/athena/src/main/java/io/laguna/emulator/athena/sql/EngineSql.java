package io.laguna.emulator.athena.sql;

/**
 * The SQL that the engine runs in place of a statement.
 *
 * @param linesBelow the number of lines by which the text stands below its place in the statement
 */
public record EngineSql(String text, int linesBelow) {}
