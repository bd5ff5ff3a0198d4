package io.laguna.emulator.lake;

import io.laguna.emulator.edge.health.EngineHealth;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.prices.ClusterPrice;
import io.laguna.emulator.prices.PriceTable;
import io.laguna.emulator.redshift.Redshift;
import io.laguna.emulator.redshift.server.ServerSettings;
import io.laguna.emulator.redshiftdata.RedshiftData;
import io.laguna.emulator.redshiftdata.connect.Warehouses;
import io.laguna.engines.certificate.TrustedRoot;
import io.laguna.engines.process.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Redshift, Redshift Serverless and the Data API of a lake. */
final class LakeRedshift implements AutoCloseable {
    private final ClusterPrice price;
    private final LakeCarriers carriers;
    private final CompletableFuture<Redshift> clusters;
    private final LakeService<RedshiftClient> redshift;
    private final LakeService<RedshiftServerlessClient> workgroups;
    private final LakeService<RedshiftDataClient> data;

    LakeRedshift(
            Workspace workspace,
            LakeSettings lake,
            LakeClients clients,
            PriceTable prices,
            CompletableFuture<State> state,
            Seal seal,
            Function<Caller, GlueClient> glue,
            Function<Caller, SecretsManagerClient> secrets,
            Function<Caller, LambdaClient> functions) {
        this.price = ClusterPrice.of(prices);
        this.carriers = new LakeCarriers(clients, workspace, glue, functions);
        ServerSettings servers = new ServerSettings(
                workspace, lake.host(), "localhost", lake.ports().redshift(), carriers::of);
        this.clusters = state.thenApply(opened -> Redshift.open(opened, seal, servers, secrets));
        this.redshift = new LakeService<>(RedshiftClient.class, "redshift", clusters);
        this.workgroups = new LakeService<>(
                RedshiftServerlessClient.class, "redshift-serverless", clusters.thenApply(Redshift::serverless));
        Warehouses warehouses = new Warehouses(
                redshift::client,
                workgroups::client,
                secrets,
                Optional.of(TrustedRoot.authority(workspace).certificateFile()));
        this.data = new LakeService<>(
                RedshiftDataClient.class,
                "redshift-data",
                state.thenApply(opened ->
                        RedshiftData.open(opened, warehouses, workspace.state().resolve("redshift-data"))));
    }

    /** Returns the services in the order in which they are closed. */
    List<LakeService<?>> services() {
        return List.of(data, workgroups, redshift);
    }

    /** Returns the health of the clusters' engines. */
    EngineHealth health() {
        return LakeHealth.of(clusters, price);
    }

    RedshiftClient redshift(Caller caller) {
        return redshift.client(caller);
    }

    RedshiftServerlessClient serverless(Caller caller) {
        return workgroups.client(caller);
    }

    RedshiftDataClient data(Caller caller) {
        return data.client(caller);
    }

    @Override
    public void close() {
        carriers.close();
    }
}
