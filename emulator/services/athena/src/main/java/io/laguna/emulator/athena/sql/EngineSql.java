package io.laguna.emulator.athena.sql;

/**
 * What the engine is to run in place of a statement.
 *
 * @param linesBelow by how many lines it stands below its place in the statement
 */
public record EngineSql(String text, int linesBelow) {}
