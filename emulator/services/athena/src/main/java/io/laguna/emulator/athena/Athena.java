package io.laguna.emulator.athena;

import io.laguna.emulator.athena.capacity.CapacityAssignments;
import io.laguna.emulator.athena.capacity.CapacityReservations;
import io.laguna.emulator.athena.catalog.CatalogMetadata;
import io.laguna.emulator.athena.catalog.DataCatalogs;
import io.laguna.emulator.athena.engine.Exercise;
import io.laguna.emulator.athena.engine.TrinoQueries;
import io.laguna.emulator.athena.query.Queries;
import io.laguna.emulator.athena.query.QueryQueues;
import io.laguna.emulator.athena.query.QueryRun;
import io.laguna.emulator.athena.query.Results;
import io.laguna.emulator.athena.query.Usage;
import io.laguna.emulator.athena.result.ManagedResults;
import io.laguna.emulator.athena.result.ResultStore;
import io.laguna.emulator.athena.saved.NamedQueries;
import io.laguna.emulator.athena.saved.PreparedStatements;
import io.laguna.emulator.athena.workgroup.WorkGroups;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import io.laguna.engines.server.OnDemand;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Amazon Athena. There is one per process; every account has its own workgroups and queries in every region.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/Welcome.html">The API</a>
 */
public final class Athena implements Service<AthenaClient> {
    /** The number of queries of one workgroup that run at once. */
    public static final int CONCURRENT_QUERIES = 8;

    private final State state;
    private final TrinoQueries engine;
    private final Function<Caller, GlueClient> glue;
    private final S3Client s3;
    private final ResultStore results;
    private final QueryQueues queues;
    private final Clock clock;

    private Athena(
            State state,
            TrinoQueries engine,
            Function<Caller, GlueClient> glue,
            S3Client s3,
            ResultStore results,
            QueryQueues queues,
            Clock clock) {
        this.state = state;
        this.engine = engine;
        this.glue = glue;
        this.s3 = s3;
        this.results = results;
        this.queues = queues;
        this.clock = clock;
    }

    /**
     * Opens the service and goes on with the queries that an earlier process left.
     *
     * @param state closed by the caller
     * @param trino started with the first query; closed by the caller
     * @param glue the Data Catalog as the owner of a query calls it
     * @param s3 for results; closed by the caller
     * @param folder for results on their way to S3, and for those that Athena keeps itself
     * @param usage is told of queries that have succeeded
     */
    public static Athena open(
            State state, OnDemand trino, Function<Caller, GlueClient> glue, S3Client s3, Path folder, Usage usage) {
        Clock clock = Clock.systemUTC();
        TrinoQueries engine = new TrinoQueries(trino);
        ResultStore results = new ResultStore(s3, new ManagedResults(folder.resolve("managed"), clock));
        QueryRun run = new QueryRun(state, engine, glue, s3, results, folder, usage, clock);
        QueryQueues queues = new QueryQueues(state, run, CONCURRENT_QUERIES);
        queues.recover();
        return new Athena(state, engine, glue, s3, results, queues, clock);
    }

    @Override
    public List<AthenaClient> rooms(Caller caller) {
        return List.of(
                new Queries(caller, state, s3, queues, engine::complaint, clock),
                new Results(caller, state, results),
                new WorkGroups(caller, state, clock),
                new NamedQueries(caller, state),
                new PreparedStatements(caller, state, clock),
                new DataCatalogs(caller, state),
                new CatalogMetadata(caller, state, glue.apply(caller)),
                new CapacityReservations(caller, state, clock),
                new CapacityAssignments(caller, state),
                new Tags(caller, state));
    }

    /**
     * Lets the engine run statements until it has compiled what queries need; starts the engine if it does not run.
     *
     * @param pause is run before each statement, and may wait or throw
     */
    public void exercise(Runnable pause) {
        new Exercise(engine).run(pause);
    }

    /** Tells whether no query runs or waits. */
    public boolean isIdle() {
        return queues.isIdle();
    }

    @Override
    public void close() {
        queues.close();
        engine.close();
    }
}
