package io.laguna.emulator.athena.sql;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.StatementType;

/** A statement of Athena's, as it was read. */
public sealed interface Statement {
    /** Returns the text without a semicolon at its end. */
    String text();

    StatementType type();

    /** What Athena calls the kind of statement beyond its type. */
    Optional<String> substatementType();

    /** What is done by calls of the Data Catalog. */
    record OfCatalog(String text, CatalogStatement statement, StatementType type, Optional<String> substatementType)
            implements Statement {}

    /** What Trino takes as it is, and answers with rows: a query, or a question like {@code EXPLAIN}. */
    record Rows(String text, StatementType type, Optional<String> substatementType) implements Statement {}

    /** What Trino takes as it is and answers with no rows: {@code CREATE VIEW}. */
    record Change(String text, StatementType type, Optional<String> substatementType) implements Statement {}

    /** {@code UPDATE}, {@code DELETE}, {@code MERGE}: rows change in the table's own files. */
    record RowChange(String text, Optional<String> substatementType) implements Statement {
        @Override
        public StatementType type() {
            return StatementType.DML;
        }
    }

    /**
     * {@code INSERT INTO}.
     *
     * @param table without its catalog
     */
    record Insert(String text, TableName table) implements Statement {
        @Override
        public StatementType type() {
            return StatementType.DML;
        }

        @Override
        public Optional<String> substatementType() {
            return Optional.of("INSERT");
        }
    }

    /**
     * {@code CREATE TABLE … WITH (…) AS …}.
     *
     * @param table without its catalog
     * @param properties Athena's
     * @param tail from behind the properties to the end: {@code AS SELECT …}
     */
    record TableAsSelect(
            String text, boolean ifNotExists, TableName table, Map<String, PropertyValue> properties, Tail tail)
            implements Statement {
        @Override
        public StatementType type() {
            return StatementType.DDL;
        }

        @Override
        public Optional<String> substatementType() {
            return Optional.of("CREATE_TABLE_AS_SELECT");
        }
    }

    /**
     * {@code UNLOAD (…) TO '…' WITH (…)}.
     *
     * @param location where the files go
     * @param properties Athena's
     */
    record Unload(String text, Tail query, String location, Map<String, PropertyValue> properties)
            implements Statement {
        @Override
        public StatementType type() {
            return StatementType.DML;
        }

        @Override
        public Optional<String> substatementType() {
            return Optional.of("UNLOAD");
        }
    }

    /** {@code PREPARE name FROM …}: kept in the workgroup. */
    record Prepare(String text, String name, String statement) implements Statement {
        @Override
        public StatementType type() {
            return StatementType.DML;
        }

        @Override
        public Optional<String> substatementType() {
            return Optional.of("PREPARE");
        }
    }

    /**
     * {@code EXECUTE name USING …}.
     *
     * @param parameters the expressions behind {@code USING}, as they are written
     */
    record Execute(String text, String name, List<String> parameters) implements Statement {
        @Override
        public StatementType type() {
            return StatementType.DML;
        }

        @Override
        public Optional<String> substatementType() {
            return Optional.of("EXECUTE");
        }
    }

    /** {@code DEALLOCATE PREPARE name}. */
    record Deallocate(String text, String name) implements Statement {
        @Override
        public StatementType type() {
            return StatementType.DML;
        }

        @Override
        public Optional<String> substatementType() {
            return Optional.of("DEALLOCATE");
        }
    }
}
