package io.laguna.redshift.sql.text;

/** The kind of a token. */
public enum Kind {
    /** A keyword or an identifier without quotes. */
    WORD,
    /** An identifier in double quotes, or the name of a temporary table that begins with {@code #}. */
    QUOTED,
    /** A string in single quotes, with its prefix if it has one. */
    STRING,
    /** A string between dollars. */
    DOLLARS,
    NUMBER,
    /** A parameter: {@code $1}. */
    PARAMETER,
    OPERATOR,
    /** A comma, a dot, a semicolon, a colon, {@code ::}, {@code :=}, {@code ..} or a bracket. */
    PUNCTUATION,
    /** Text that Laguna has put in: PostgreSQL's SQL, of one token or of many. */
    MADE,
    /** The end of the text, with the comments before it. */
    END
}
