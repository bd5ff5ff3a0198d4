package io.laguna.redshift.sql;

/**
 * A statement's text as a user wrote it, with the blanks and comments around it and without the semicolon.
 *
 * @param place where the piece begins in the user's whole text
 */
public record Piece(String text, int place) {}
