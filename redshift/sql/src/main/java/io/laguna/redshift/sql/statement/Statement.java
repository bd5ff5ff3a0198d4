package io.laguna.redshift.sql.statement;

import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Rewritten;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A statement of Redshift's. What PostgreSQL has a part in carries the SQL for it. */
public sealed interface Statement {
    /**
     * A statement that PostgreSQL runs alone.
     *
     * @param relations the names in the places of tables, for those that have to be there before: external tables, views
     *     without schema binding
     */
    record PlainSql(Rewritten sql, List<QualifiedName> relations) implements Statement {}

    /** CREATE TABLE: PostgreSQL makes the table, Redshift's properties are to be recorded. */
    record CreateTable(
            Rewritten sql,
            QualifiedName table,
            boolean temporary,
            TableProperties properties,
            List<KeyConstraint> constraints,
            Optional<QualifiedName> like)
            implements Statement {}

    /** CREATE TABLE … AS: PostgreSQL makes and fills the table. */
    record CreateTableAs(
            Rewritten sql,
            QualifiedName table,
            boolean temporary,
            TableProperties properties,
            List<QualifiedName> relations)
            implements Statement {}

    /**
     * ALTER TABLE that changes what is recorded.
     *
     * @param sql what PostgreSQL has to do of it, if anything
     * @param droppedConstraint the name in DROP CONSTRAINT
     */
    record AlterTable(
            Optional<Rewritten> sql,
            QualifiedName table,
            TableProperties properties,
            List<KeyConstraint> constraints,
            Optional<String> droppedConstraint)
            implements Statement {}

    /** ALTER TABLE … APPEND FROM: the rows of one table are moved into another. */
    record AppendTable(QualifiedName target, QualifiedName source, boolean ignoresExtra, boolean fillsTarget)
            implements Statement {}

    /**
     * CREATE VIEW.
     *
     * @param sql makes the view; without schema binding it fails when the query's relations are not there
     * @param replaces whether OR REPLACE is said
     * @param query the query alone
     * @param late whether WITH NO SCHEMA BINDING is said
     */
    record CreateView(
            Rewritten sql,
            QualifiedName view,
            boolean replaces,
            List<String> columns,
            Rewritten query,
            boolean late,
            List<QualifiedName> relations)
            implements Statement {}

    /**
     * CREATE EXTERNAL FUNCTION.
     *
     * @param sql makes the function but for its body, which is to follow
     * @param arguments how many parameters it has
     */
    record CreateExternalFunction(Rewritten sql, int arguments, ExternalFunction function) implements Statement {}

    record CreateMaterializedView(
            Rewritten sql,
            QualifiedName view,
            TableProperties properties,
            boolean autoRefresh,
            List<QualifiedName> relations)
            implements Statement {}

    record RefreshMaterializedView(Rewritten sql, QualifiedName view, boolean cascade) implements Statement {}

    /** ALTER MATERIALIZED VIEW … AUTO REFRESH. */
    record AlterMaterializedView(QualifiedName view, boolean autoRefresh) implements Statement {}

    /** TRUNCATE: it commits the transaction in which it runs. */
    record Truncate(Rewritten sql, QualifiedName table) implements Statement {}

    record Copy(
            QualifiedName table,
            List<String> columns,
            String source,
            Credentials credentials,
            DataFormat format,
            LoadOptions options)
            implements Statement {}

    /**
     * UNLOAD.
     *
     * @param query the query, rewritten; places are those in the whole statement as far as the query's string has no escapes
     * @param partitions the columns of PARTITION BY
     * @param includesPartitions whether the files keep those columns
     */
    record Unload(
            Rewritten query,
            List<QualifiedName> relations,
            String target,
            Credentials credentials,
            DataFormat format,
            LoadOptions options,
            List<String> partitions,
            boolean includesPartitions)
            implements Statement {}

    /**
     * CREATE EXTERNAL SCHEMA.
     *
     * @param options further options by their keyword: {@code region}, {@code catalog_id}, {@code uri}, {@code port} …
     */
    record CreateExternalSchema(
            String schema,
            boolean ifNotExists,
            ExternalSource from,
            String database,
            Optional<Credentials> credentials,
            Map<String, String> options,
            boolean createsDatabase)
            implements Statement {}

    /** DROP SCHEMA, of external schemas perhaps with their database. */
    record DropSchema(
            Rewritten sql,
            List<QualifiedName> schemas,
            boolean ifExists,
            boolean cascade,
            boolean dropsExternalDatabase)
            implements Statement {}

    record CreateExternalTable(
            QualifiedName table,
            List<ExternalColumn> columns,
            List<ExternalColumn> partitions,
            Storage storage,
            Optional<Rewritten> query)
            implements Statement {}

    record AlterExternalTable(QualifiedName table, ExternalChange change) implements Statement {}

    /**
     * SHOW of objects: a call of a function of the schema laguna that returns the rows.
     *
     * @param what the words before the names: {@code tables from schema}
     */
    record Show(Rewritten sql, String what) implements Statement {}

    /**
     * SET, RESET and SHOW of a parameter.
     *
     * @param name the parameter in lower case
     * @param value the value of SET
     */
    record Parameter(Rewritten sql, Verb verb, String name, Optional<String> value) implements Statement {
        /** The things that are done with a parameter. */
        public enum Verb {
            SET,
            RESET,
            SHOW
        }

        /** Tells whether this is RESET ALL. */
        public boolean resetsAll() {
            return verb == Verb.RESET && name.equals("all");
        }
    }

    /** ANALYZE; ANALYZE COMPRESSION asks for encodings instead. */
    record Analyze(Rewritten sql, Optional<QualifiedName> table, boolean compression) implements Statement {}

    /**
     * VACUUM.
     *
     * @param kind {@code full}, {@code sort only}, {@code delete only}, {@code reindex} or {@code recluster}
     */
    record Vacuum(Rewritten sql, String kind, Optional<QualifiedName> table) implements Statement {}

    /**
     * CREATE USER and ALTER USER.
     *
     * @param sql what PostgreSQL is to do, without the password, which is Laguna's to check
     * @param options options by their keyword: {@code syslog access}, {@code session timeout}, {@code superuser} …
     */
    record User(Rewritten sql, boolean creates, String name, Optional<String> password, Map<String, String> options)
            implements Statement {
        /** Returns the user without the password: passwords are in no log. */
        @Override
        public String toString() {
            return "User[" + sql.text() + ", " + options + "]";
        }
    }

    /** BEGIN, COMMIT, ROLLBACK and their other names. */
    record Transaction(Rewritten sql, Kind kind) implements Statement {
        /** The fate of the transaction. */
        public enum Kind {
            BEGIN,
            COMMIT,
            ROLLBACK
        }
    }

    /** USE: the database in which names without a database are looked up. */
    record Use(String database) implements Statement {}
}
