package io.laguna.redshift.sql.text;

/** An error of a user's SQL, in Redshift's words. */
public final class SqlError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String state;
    private final int place;
    private final String detail;
    private final String hint;

    private SqlError(String state, String message, int place, String detail, String hint) {
        super(message);
        this.state = state;
        this.place = place;
        this.detail = detail;
        this.hint = hint;
    }

    /** Returns an error of the grammar. */
    public static SqlError syntax(String message, int place) {
        return new SqlError("42601", message, place, "", "");
    }

    /** Returns {@code syntax error at or near "…"}. */
    public static SqlError near(Token token) {
        return token.kind() == Kind.END
                ? syntax("syntax error at end of input", token.place())
                : syntax("syntax error at or near \"" + token.text() + "\"", token.place());
    }

    /** Returns an error about something that Redshift, or Laguna, does not support. */
    public static SqlError unsupported(String message, int place) {
        return new SqlError("0A000", message, place, "", "");
    }

    /** Returns an error of a given SQLSTATE. */
    public static SqlError of(String state, String message, int place) {
        return new SqlError(state, message, place, "", "");
    }

    public SqlError withDetail(String text) {
        return new SqlError(state, getMessage(), place, text, hint);
    }

    public SqlError withHint(String text) {
        return new SqlError(state, getMessage(), place, detail, text);
    }

    /** Returns the SQLSTATE. */
    public String state() {
        return state;
    }

    /** Returns the place in the user's text, in characters from 0. */
    public int place() {
        return place;
    }

    /** Returns the detail, or nothing between quotes. */
    public String detail() {
        return detail;
    }

    /** Returns the hint, or nothing between quotes. */
    public String hint() {
        return hint;
    }
}
