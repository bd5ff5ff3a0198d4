package io.laguna.emulator.redshiftdata;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshiftdata.connect.Connector;
import io.laguna.emulator.redshiftdata.connect.Warehouses;
import io.laguna.emulator.redshiftdata.metadata.Metadata;
import io.laguna.emulator.redshiftdata.result.ResultFiles;
import io.laguna.emulator.redshiftdata.statement.StatementWork;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;

/**
 * The Amazon Redshift Data API. One per process; every account has its own statements in every region.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/data-api.html">Using the Data API</a>
 */
public final class RedshiftData implements Service<RedshiftDataClient> {
    private final State state;
    private final Connector connector;
    private final ResultFiles results;
    private final StatementWork work;

    private RedshiftData(State state, Warehouses warehouses, Path folder, Clock clock) {
        this.state = state;
        this.connector = new Connector(warehouses);
        this.results = ResultFiles.in(folder);
        this.work = StatementWork.open(state, connector, results, clock);
    }

    /**
     * Opens the service.
     *
     * @param state closed by whoever opened it
     * @param folder where results are kept for a day
     */
    public static RedshiftData open(State state, Warehouses warehouses, Path folder) {
        return open(state, warehouses, folder, Clock.systemUTC());
    }

    static RedshiftData open(State state, Warehouses warehouses, Path folder, Clock clock) {
        return new RedshiftData(state, warehouses, folder, clock);
    }

    @Override
    public List<RedshiftDataClient> rooms(Caller caller) {
        return List.of(work.room(caller), new Results(caller, state, results), new Metadata(caller, connector));
    }

    /** Forgets the statements that ended a day ago, now. */
    void wake() {
        work.wake();
    }

    @Override
    public void close() {
        work.close();
    }
}
