package io.laguna.emulator.athena.ddl.model;

import java.util.List;
import software.amazon.awssdk.services.athena.model.ColumnInfo;

/** A statement of Athena's DDL, which knows what it changes or asks in the Data Catalog. */
public interface CatalogStatement {
    /**
     * Runs the statement.
     *
     * @throws StatementFailure with the reason in Athena's words
     */
    Outcome run(DataCatalog catalog);

    /** The outcome of a statement. */
    sealed interface Outcome permits Answer, TrinoSql {}

    /**
     * The answer of a statement that has been done.
     *
     * @param columns of the answer; none for a statement that only changes something
     * @param rows the values of each row, as many as columns, or one text for a statement whose rows Athena answers as
     *     text with tabs ({@code DESCRIBE})
     */
    record Answer(List<ColumnInfo> columns, List<List<String>> rows) implements Outcome {
        public static final Answer NOTHING = new Answer(List.of(), List.of());
    }

    /**
     * A statement that the engine has to run, in its own words: a change of Iceberg tables.
     *
     * @param statements one after the other; none when nothing is left to do
     */
    record TrinoSql(List<String> statements) implements Outcome {
        public static TrinoSql of(String statement) {
            return new TrinoSql(List.of(statement));
        }
    }
}
