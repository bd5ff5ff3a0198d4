package io.laguna.redshift.load.value;

import java.util.Locale;

/**
 * Booleans.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_Boolean_type.html">Boolean type</a>
 */
final class Booleans {
    private Booleans() {}

    static void write(Field field, Row row) throws FieldError {
        field.trim();
        row.bool(
                switch (field.toString().toLowerCase(Locale.ROOT)) {
                    case "t", "true", "y", "yes", "1" -> true;
                    case "f", "false", "n", "no", "0" -> false;
                    default -> throw new FieldError(ErrorCode.BOOLEAN, "Unknown boolean format");
                });
    }
}
