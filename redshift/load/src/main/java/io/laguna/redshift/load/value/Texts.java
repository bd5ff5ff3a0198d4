package io.laguna.redshift.load.value;

import java.util.Arrays;
import java.util.function.Consumer;

/** CHAR and VARCHAR, whose lengths are bytes. */
final class Texts implements Converter {
    private final ColumnType type;
    private final Rules rules;
    private final Consumer<String> replaced;

    /** @param replaced is told the field before characters are replaced in it */
    Texts(ColumnType type, Rules rules, Consumer<String> replaced) {
        this.type = type;
        this.rules = rules;
        this.replaced = replaced;
    }

    @Override
    public void write(Field field, Row row) throws FieldError {
        if (rules.blanksAsNull() && field.isBlank()) {
            row.nothing();
            return;
        }
        boolean fixed = type.kind() == Kind.CHAR;
        if (fixed || rules.trimsBlanks()) {
            trim(field, fixed);
        }
        if (!Utf8.isAscii(field.bytes(), field.from(), field.to())) {
            check(field, fixed);
        }
        int length = field.length();
        if (length > type.length()) {
            if (!rules.truncates()) {
                throw new FieldError(
                        ErrorCode.OUT_OF_RANGE, (fixed ? "Char" : "String") + " length exceeds DDL length");
            }
            length = Utf8.cut(field.bytes(), field.from(), type.length());
        }
        row.bytes(field.bytes(), field.from(), field.from() + length);
    }

    /** Leaves blanks at the end out, which a CHAR does not keep. */
    private static void trim(Field field, boolean fixed) {
        if (!fixed) {
            field.trimEnd();
            return;
        }
        int to = field.to();
        while (to > field.from() && field.bytes()[to - 1] == ' ') {
            to--;
        }
        field.set(field.bytes(), field.from(), to);
    }

    private void check(Field field, boolean fixed) throws FieldError {
        byte[] bytes = field.bytes();
        for (int at = field.from(); at < field.to(); ) {
            if (bytes[at] == 0) {
                throw new FieldError(ErrorCode.NUL, "NUL (0x00) in a field is not supported", at - field.from());
            }
            if (bytes[at] > 0) {
                at++;
                continue;
            }
            Utf8.Bad bad = Utf8.bad(bytes, at, field.to());
            if (fixed) {
                int start = at;
                while (at < field.to() && bytes[at] < 0) {
                    at++;
                }
                throw new FieldError(
                        ErrorCode.UTF8,
                        "Multibyte character not supported for CHAR (Hint: Try using VARCHAR). Invalid char: "
                                + new Utf8.Bad(start, at - start, 0).hex(bytes),
                        start - field.from());
            }
            if (bad.error() == 0) {
                at += bad.length();
            } else if (rules.replacement().isEmpty()) {
                throw new FieldError(
                        ErrorCode.UTF8,
                        "String contains invalid or unsupported UTF-8 codepoints. Bad UTF-8 hex sequence: "
                                + bad.hex(bytes) + " (error " + bad.error() + ")",
                        at - field.from());
            } else {
                replace(field, rules.replacement().get());
                return;
            }
        }
    }

    private void replace(Field field, char replacement) {
        replaced.accept(field.toString());
        byte[] copy = Arrays.copyOfRange(field.bytes(), field.from(), field.to());
        for (int at = 0; at < copy.length; ) {
            int step = Utf8.step(copy, at, copy.length);
            if (step > 0) {
                at += step;
                continue;
            }
            int length = Utf8.bad(copy, at, copy.length).length();
            Arrays.fill(copy, at, at + length, (byte) replacement);
            at += length;
        }
        field.set(copy, 0, copy.length);
    }
}
