package io.laguna.redshift.load.value;

/** The refusal of a field or a line. Loads may have a hundred thousand, so it has no stack. */
public final class FieldError extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final int position;

    public FieldError(ErrorCode code, String reason, int position) {
        super(reason, null, false, false);
        this.code = code;
        this.position = position;
    }

    public FieldError(ErrorCode code, String reason) {
        this(code, reason, 0);
    }

    /**
     * Returns the refusal of a character.
     *
     * @param what {@code Invalid digit}
     * @param at where in the field the character is, counted from 0
     * @param type {@code Integer}
     */
    static FieldError of(ErrorCode code, String what, Field field, int at, String type) {
        String rest = field.toString();
        String character = at < rest.length() ? rest.substring(at, rest.offsetByCodePoints(at, 1)) : "";
        return new FieldError(code, what + ", Value '" + character + "', Pos " + at + ", Type: " + type, at);
    }

    public ErrorCode code() {
        return code;
    }

    public int position() {
        return position;
    }
}
