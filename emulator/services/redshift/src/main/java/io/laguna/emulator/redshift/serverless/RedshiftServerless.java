package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Worker;
import io.laguna.emulator.redshift.server.ClusterServers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Amazon Redshift Serverless, on the servers of Redshift: a workgroup is an engine and a port as a cluster is.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/Welcome.html">The API</a>
 */
public final class RedshiftServerless implements Service<RedshiftServerlessClient> {
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final ServerlessSetting setting;
    private final ServerlessWork work;
    private final SnapshotCopies copies;
    private final Worker worker;

    /**
     * Opens the service, and the ports of the workgroups that are available.
     *
     * @param state closed by whoever opened it
     * @param servers closed by whoever opened them, after this
     */
    public RedshiftServerless(
            State state,
            Seal seal,
            ClusterServers servers,
            Function<Caller, SecretsManagerClient> secrets,
            Clock clock) {
        this.worker = new Worker("redshift-serverless", this::turn);
        this.setting = new ServerlessSetting(state, seal, servers, secrets, clock, worker::wake);
        this.work = new ServerlessWork(setting);
        this.copies = new SnapshotCopies(setting);
        worker.start();
    }

    private Optional<Duration> turn() {
        boolean copied = copies.turn();
        boolean worked = work.turn();
        return Optional.of(copied && worked ? Worker.UNTIL_WOKEN : AGAIN);
    }

    @Override
    public List<RedshiftServerlessClient> rooms(Caller caller) {
        return List.of(
                new Namespaces(caller, setting),
                new Workgroups(caller, setting),
                new ServerlessCredentials(caller, setting),
                new ServerlessSnapshots(caller, setting),
                new ServerlessRestores(caller, setting),
                new UsageLimits(caller, setting),
                new ServerlessTags(caller, setting));
    }

    @Override
    public void close() {
        worker.close();
    }
}
