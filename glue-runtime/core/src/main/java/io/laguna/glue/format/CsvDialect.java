package io.laguna.glue.format;

import java.io.Serializable;
import java.util.Optional;

/**
 * The form of a CSV file.
 *
 * @param quote the character around texts, absent when there is none
 * @param escaper the character before a character that means itself, absent by default
 * @param multiLine whether a quoted text may have line ends
 * @param skip how many lines are left out, after the header where there is one
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-format-csv-home.html">Using the CSV
 *     format in AWS Glue</a>
 */
public record CsvDialect(char separator, char quote, char escaper, boolean multiLine, boolean withHeader, int skip)
        implements Serializable {

    /** No character of a file. */
    public static final char OFF = '\uFFFF';

    public static CsvDialect of(Options options) {
        return new CsvDialect(
                options.character("separator", Optional.of(',')).orElse(','),
                options.character("quoteChar", Optional.of('"')).orElse(OFF),
                options.character("escaper", Optional.empty()).orElse(OFF),
                options.flag("multiLine"),
                options.flag("withHeader"),
                options.flag("skipFirst") ? 1 : 0);
    }
}
