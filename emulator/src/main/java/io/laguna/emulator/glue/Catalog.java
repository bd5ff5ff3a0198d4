package io.laguna.emulator.glue;

import io.laguna.emulator.Caller;
import io.laguna.emulator.glue.hive.Metastore;
import io.laguna.emulator.state.State;
import io.laguna.engines.DatabaseAccess;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.services.glue.GlueClient;

/** The Glue Data Catalog. One per process; every caller sees the same databases. */
public final class Catalog implements AutoCloseable {
    private final Metastore metastore;
    private final State state;
    private final DatabaseRecords databases;
    private final TableRecords tables;
    private final TableWrites tableWrites;
    private final PartitionRecords partitions;
    private final PartitionWrites partitionWrites;

    private Catalog(Metastore metastore, State state) {
        this.metastore = metastore;
        this.state = state;
        this.databases = new DatabaseRecords(metastore, state);
        this.tables = new TableRecords(metastore, state);
        this.tableWrites = new TableWrites(metastore, state, tables);
        this.partitions = new PartitionRecords(metastore, state);
        this.partitionWrites = new PartitionWrites(metastore, state, partitions);
    }

    /**
     * Opens the catalog.
     *
     * @param metastore {@code thrift://host:port} of a Hive Metastore, which need not be up before the first call
     * @param state a PostgreSQL database that is there; its schema is brought up to date
     */
    public static Catalog open(URI metastore, DatabaseAccess state) {
        return new Catalog(new Metastore(metastore), State.open(state));
    }

    /** The parts of the Glue service that the catalog is, as this caller sees them. */
    public List<GlueClient> rooms(Caller caller) {
        Account account = new Account(caller);
        return List.of(
                new Databases(account, databases),
                new Tables(account, databases, tables, tableWrites),
                new TableVersions(account, tables, tableWrites, state),
                new PartitionReads(account, tables, partitions),
                new Partitions(account, tables, partitionWrites),
                new PartitionIndexes(account, tables, tableWrites, state),
                new Tags(account, databases, tables, state));
    }

    @Override
    public void close() {
        metastore.close();
        state.close();
    }
}
