package io.laguna.glue.jdbc;

import io.laguna.glue.format.Options;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts in which rows are read at the same time, by the rest of a hash or of an expression. Without the options
 * {@code hashfield} and {@code hashexpression} there is one part.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/run-jdbc-parallel-read-job.html">Reading from JDBC tables in
 *     parallel</a>
 */
public final class HashParts {
    private static final long DEFAULT = 7;

    private HashParts() {}

    /** Returns a condition for each part, none when there is one part. */
    public static List<String> of(Options options, Vendor vendor) {
        int parts = Math.toIntExact(options.number("hashpartitions").orElse(DEFAULT));
        if (options.text("hashexpression").isPresent()) {
            String expression = options.required("hashexpression");
            return conditions(
                    vendor == Vendor.SQLSERVER
                            ? "ABS((" + expression + ") % " + parts + ")"
                            : "ABS(MOD((" + expression + "), " + parts + "))",
                    expression,
                    parts);
        }
        return options.text("hashfield")
                .map(field -> conditions(vendor.hash(field, parts), field, parts))
                .orElse(List.of());
    }

    private static List<String> conditions(String part, String nullable, int parts) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            conditions.add(part + " = " + i + (i == 0 ? " OR (" + nullable + ") IS NULL" : ""));
        }
        return conditions;
    }
}
