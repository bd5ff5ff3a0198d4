package io.laguna.emulator.glue;

import io.laguna.emulator.glue.event.CatalogEvents;
import io.laguna.emulator.glue.hive.Metastore;
import io.laguna.emulator.glue.iceberg.IcebergFiles;
import io.laguna.emulator.glue.request.NamedResources;
import io.laguna.emulator.glue.stored.StoredCatalog;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import io.laguna.engines.server.DatabaseAccess;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The Glue Data Catalog. There is one per process; every caller sees the same databases. */
public final class Catalog implements Service<GlueClient> {
    private final Metastore metastore;
    private final StoredCatalog stored;
    private final State state;
    private final Sweep sweep;
    private final Settings settings;
    private final DatabaseRecords databases;
    private final TableRecords tables;
    private final TableWrites tableWrites;
    private final PartitionRecords partitions;
    private final PartitionWrites partitionWrites;
    private final StatisticsUpdate statistics;
    private final IcebergFiles icebergFiles;

    private Catalog(Metastore metastore, StoredCatalog stored, State state, IcebergFiles icebergFiles) {
        this.icebergFiles = icebergFiles;
        this.metastore = metastore;
        this.stored = stored;
        this.state = state;
        this.sweep = new Sweep(stored, state);
        this.settings = new Settings(state);
        this.databases = new DatabaseRecords(metastore, stored.databases(), state);
        this.tables = new TableRecords(stored.tables(), state, sweep, icebergFiles);
        this.tableWrites = new TableWrites(metastore, state, tables);
        this.partitions = new PartitionRecords(stored.partitions(), state);
        this.partitionWrites = new PartitionWrites(metastore, state, partitions);
        this.statistics = new StatisticsUpdate(new StatisticsRecords(metastore, state));
    }

    /**
     * Opens the catalog.
     *
     * @param metastore {@code thrift://host:port} of a Hive Metastore, which need not be up before the first call
     * @param stored the metastore's own database
     * @param logCommand the command that shows PostgreSQL's log
     * @param state closed by the caller
     * @param s3 reads and writes the metadata of Iceberg tables; closed by the caller
     */
    public static Catalog open(URI metastore, DatabaseAccess stored, String logCommand, State state, S3Client s3) {
        Catalog catalog = new Catalog(
                new Metastore(metastore), StoredCatalog.open(stored, logCommand), state, new IcebergFiles(s3));
        catalog.sweep.start();
        return catalog;
    }

    /**
     * Removes the state of objects that have been dropped through Hive. This is also done in the background when the
     * catalog is opened.
     */
    public void sweep() {
        sweep.run();
    }

    @Override
    public List<GlueClient> rooms(Caller caller) {
        return rooms(caller, Map.of());
    }

    /**
     * Returns the rooms of the catalog.
     *
     * @param named kinds of resources that are not the catalog's and can have tags, as ARNs name them: {@code job}
     */
    List<GlueClient> rooms(Caller caller, Map<String, NamedResources> named) {
        Account account = new Account(caller);
        CatalogEvents events = new CatalogEvents(state);
        return List.of(
                new Databases(account, databases, events),
                new Tables(account, databases, tables, tableWrites, icebergFiles, events),
                new TableSearch(account, databases, tables),
                new TableVersions(account, tables, tableWrites, state),
                new PartitionReads(account, tables, partitions),
                new Partitions(account, tables, partitionWrites, events),
                new PartitionIndexes(account, tables, tableWrites, state),
                new TableStatistics(account, tables, tableWrites, statistics),
                new PartitionStatistics(account, tables, partitions, statistics),
                new Functions(account, databases, metastore),
                new Tags(account, databases, tables, named, state),
                new ResourcePolicies(account, state),
                new CatalogSettings(account, settings),
                new CatalogImport(account, settings),
                new Catalogs(account));
    }

    @Override
    public void close() {
        sweep.close();
        metastore.close();
        stored.close();
    }
}
