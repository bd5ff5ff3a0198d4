package io.laguna.redshift.load;

import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.value.ErrorCode;
import io.laguna.redshift.load.value.Target;
import java.util.List;
import java.util.Optional;

/**
 * A row that was not loaded, and why.
 *
 * @param line counted from 1
 * @param column the column whose value is refused, unless the whole line is
 * @param position where in the field the trouble is
 * @param values the values up to the one that is refused
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_STL_LOAD_ERRORS.html">STL_LOAD_ERRORS</a>
 */
public record Rejection(
        Source source,
        long line,
        Optional<Target> column,
        int position,
        String rawLine,
        String rawField,
        ErrorCode code,
        String reason,
        List<String> values) {}
