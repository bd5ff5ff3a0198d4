package io.laguna.redshift.sql.statement;

import java.util.List;

/** The format of files in S3. */
public sealed interface DataFormat {
    /** Fields between delimiters, without quotes. */
    record Delimited(char delimiter) implements DataFormat {}

    record Csv(char delimiter, char quote) implements DataFormat {}

    /** Fields of fixed numbers of characters. */
    record FixedWidth(List<Field> fields) implements DataFormat {
        /** A field with its label, which is a column's name or a number. */
        public record Field(String label, int width) {}
    }

    record Json(Mapping mapping) implements DataFormat {}

    record Avro(Mapping mapping) implements DataFormat {}

    record Parquet(boolean serializesToJson) implements DataFormat {}

    record Orc(boolean serializesToJson) implements DataFormat {}

    /** How fields become columns. */
    sealed interface Mapping {
        /** Fields go to the columns of the same name. */
        record Auto(boolean ignoresCase) implements Mapping {}

        /** A whole document goes to one SUPER column. */
        record NoShred() implements Mapping {}

        /** A file of JSONPath expressions, one for each column. */
        record Paths(String location) implements Mapping {}
    }
}
