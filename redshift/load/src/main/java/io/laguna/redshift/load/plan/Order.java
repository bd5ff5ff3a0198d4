package io.laguna.redshift.load.plan;

import io.laguna.redshift.load.record.Assignment;
import io.laguna.redshift.load.value.Rules;
import io.laguna.redshift.load.value.Target;
import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import java.util.List;

/**
 * The order of a COPY, but for the files.
 *
 * @param columns the columns that files have values for, in the files' order
 * @param assignment how documents become rows, for JSON and Avro
 */
public record Order(DataFormat format, LoadOptions options, List<Target> columns, Assignment assignment, Rules rules) {
    public Order {
        columns = List.copyOf(columns);
    }

    /** Returns the number of errors at which the load fails. */
    public long mostErrors() {
        if (options.has(LoadOption.IGNOREALLERRORS)) {
            return Long.MAX_VALUE;
        }
        return Math.max(
                1, options.value(LoadOption.MAXERROR).map(Long::parseLong).orElse(0L));
    }
}
