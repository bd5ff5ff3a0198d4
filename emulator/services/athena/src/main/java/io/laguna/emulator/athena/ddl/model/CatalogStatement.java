package io.laguna.emulator.athena.ddl.model;

import java.util.List;
import software.amazon.awssdk.services.athena.model.ColumnInfo;

/** A statement of Athena's DDL, which knows what it changes or asks of the Data Catalog. */
public interface CatalogStatement {
    /**
     * Does it.
     *
     * @throws StatementFailure with the reason in Athena's words
     */
    Outcome run(DataCatalog catalog);

    /** What became of it. */
    sealed interface Outcome permits Answer, TrinoSql {}

    /**
     * It has been done.
     *
     * @param columns of the answer; none for a statement that only changes something
     * @param rows the values of each row, as many as columns, or one text for a statement whose rows Athena answers as
     *     text with tabs ({@code DESCRIBE})
     */
    record Answer(List<ColumnInfo> columns, List<List<String>> rows) implements Outcome {
        public static final Answer NOTHING = new Answer(List.of(), List.of());
    }

    /**
     * The engine has to do it, in its own words: what changes Iceberg tables.
     *
     * @param statements one after the other; none when nothing is left to do
     */
    record TrinoSql(List<String> statements) implements Outcome {
        public static TrinoSql of(String statement) {
            return new TrinoSql(List.of(statement));
        }
    }
}
