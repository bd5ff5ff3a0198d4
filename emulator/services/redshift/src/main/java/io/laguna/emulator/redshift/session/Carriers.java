package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.statement.Statement.AlterExternalTable;
import io.laguna.redshift.sql.statement.Statement.Copy;
import io.laguna.redshift.sql.statement.Statement.CreateExternalSchema;
import io.laguna.redshift.sql.statement.Statement.CreateExternalTable;
import io.laguna.redshift.sql.statement.Statement.CreateView;
import io.laguna.redshift.sql.statement.Statement.DropSchema;
import io.laguna.redshift.sql.statement.Statement.Show;
import io.laguna.redshift.sql.statement.Statement.Unload;
import java.util.Optional;

/**
 * The carriers of the statements that are not the engine's alone.
 *
 * @param lateView carries CREATE VIEW … WITH NO SCHEMA BINDING
 * @param dropSchema carries DROP SCHEMA with DROP EXTERNAL DATABASE, and of schemas that {@code outside} concerns
 * @param show carries SHOW of objects, where it is more than a query of a function
 * @param outside knows relations that are not in the cluster
 * @param calls computes functions that are not in the cluster
 */
public record Carriers(
        Carrier<Copy> copy,
        Carrier<Unload> unload,
        Carrier<CreateView> lateView,
        Optional<Carrier<Show>> show,
        Carrier<CreateExternalSchema> createExternalSchema,
        Carrier<DropSchema> dropSchema,
        Carrier<CreateExternalTable> createExternalTable,
        Carrier<AlterExternalTable> alterExternalTable,
        Outside outside,
        ExternalCalls calls) {
    /** The carriers of a cluster alone: whatever reaches beyond it is refused. */
    public static final Carriers NONE = new Carriers(
            Carrier.notBuilt("COPY"),
            Carrier.notBuilt("UNLOAD"),
            new LateView(),
            Optional.empty(),
            Carrier.notBuilt("CREATE EXTERNAL SCHEMA"),
            Carrier.notBuilt("DROP EXTERNAL DATABASE"),
            Carrier.notBuilt("CREATE EXTERNAL TABLE"),
            Carrier.notBuilt("ALTER of an external table"),
            Outside.NOTHING,
            ExternalCalls.NONE);

    /** Returns these carriers with those of files in S3. */
    public Carriers withLoads(Carrier<Copy> copy, Carrier<Unload> unload) {
        return new Carriers(
                copy,
                unload,
                lateView,
                show,
                createExternalSchema,
                dropSchema,
                createExternalTable,
                alterExternalTable,
                outside,
                calls);
    }

    /** Returns these carriers with those of external schemas. */
    public Carriers withExternal(
            Carrier<CreateExternalSchema> createSchema,
            Carrier<DropSchema> dropSchema,
            Carrier<CreateExternalTable> createTable,
            Carrier<AlterExternalTable> alterTable,
            Outside outside) {
        return new Carriers(
                copy, unload, lateView, show, createSchema, dropSchema, createTable, alterTable, outside, calls);
    }

    /** Returns these carriers with that of SHOW. */
    public Carriers withShow(Carrier<Show> show) {
        return new Carriers(
                copy,
                unload,
                lateView,
                Optional.of(show),
                createExternalSchema,
                dropSchema,
                createExternalTable,
                alterExternalTable,
                outside,
                calls);
    }

    /** Returns these carriers with what computes functions outside of the cluster. */
    public Carriers withCalls(ExternalCalls calls) {
        return new Carriers(
                copy,
                unload,
                lateView,
                show,
                createExternalSchema,
                dropSchema,
                createExternalTable,
                alterExternalTable,
                outside,
                calls);
    }
}
