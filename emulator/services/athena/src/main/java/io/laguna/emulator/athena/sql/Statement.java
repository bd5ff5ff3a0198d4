package io.laguna.emulator.athena.sql;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.StatementType;

/** A statement of Athena that has been read. */
public sealed interface Statement {
    /** Returns the text without a semicolon at its end. */
    String text();

    StatementType type();

    /** Returns the kind of statement beyond its type, as Athena calls it. */
    Optional<String> substatementType();

    /** A statement that is done by calls of the Data Catalog. */
    record OfCatalog(String text, CatalogStatement statement, StatementType type, Optional<String> substatementType)
            implements Statement {}

    /** A statement that Trino takes as it is, and answers with rows: a query, or a question like {@code EXPLAIN}. */
    record Rows(String text, StatementType type, Optional<String> substatementType) implements Statement {}

    /** The statement {@code SHOW CREATE VIEW}, whose answer is Athena's own text. */
    record ShowCreateView(String text) implements Statement {
        @Override
        public StatementType type() {
            return StatementType.UTILITY;
        }

        @Override
        public Optional<String> substatementType() {
            return Optional.empty();
        }
    }

    /** A statement that Trino takes as it is and answers without rows: {@code CREATE VIEW}. */
    record Change(String text, StatementType type, Optional<String> substatementType) implements Statement {}

    /** The statements {@code UPDATE}, {@code DELETE} and {@code MERGE}, which change rows in the table's own files. */
    record RowChange(String text, Optional<String> substatementType) implements Statement {
        @Override
        public StatementType type() {
            return StatementType.DML;
        }
    }

    /**
     * The statement {@code INSERT INTO}.
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
     * The statement {@code CREATE TABLE … WITH (…) AS …}.
     *
     * @param table without its catalog
     * @param properties Athena's
     * @param tail from behind the properties to the end: {@code AS SELECT …}
     */
    record TableAsSelect(
            String text, boolean ifNotExists, TableName table, Map<String, PropertyValue> properties, Tail tail)
            implements Statement {
        /** Tells whether the statement gives the table's files a place. */
        public boolean saysWhere() {
            return properties.containsKey("external_location") || properties.containsKey("location");
        }

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
     * The statement {@code UNLOAD (…) TO '…' WITH (…)}.
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

    /** The statement {@code PREPARE name FROM …}, which the workgroup keeps. */
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
     * The statement {@code EXECUTE name USING …}.
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

    /** The statement {@code DEALLOCATE PREPARE name}. */
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
