package io.laguna.redshift.sql;

import io.laguna.redshift.sql.statement.Statement;

/**
 * A statement with what the user wrote.
 *
 * @param text the statement as it is written, without the semicolon
 * @param place where it begins in the user's whole text
 */
public record Command(String text, int place, Statement statement) {}
