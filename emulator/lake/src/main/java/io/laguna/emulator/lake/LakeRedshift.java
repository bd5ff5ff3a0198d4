package io.laguna.emulator.lake;

import io.laguna.emulator.edge.health.EngineHealth;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.prices.ClusterPrice;
import io.laguna.emulator.prices.PriceTable;
import io.laguna.emulator.redshift.Redshift;
import io.laguna.emulator.redshift.load.Copies;
import io.laguna.emulator.redshift.load.LoadSettings;
import io.laguna.emulator.redshift.load.RoleRefused;
import io.laguna.emulator.redshift.load.Unloads;
import io.laguna.emulator.redshift.server.ServerSettings;
import io.laguna.emulator.redshift.session.Carriers;
import io.laguna.emulator.redshift.session.ClusterScope;
import io.laguna.emulator.redshift.spectrum.Spectrum;
import io.laguna.emulator.redshift.spectrum.engine.FileReader;
import io.laguna.emulator.redshiftdata.RedshiftData;
import io.laguna.emulator.redshiftdata.connect.Warehouses;
import io.laguna.engines.certificate.TrustedRoot;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DuckDb;
import io.laguna.engines.server.OnDemand;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * Redshift, Redshift Serverless and the Data API of a lake, and their surroundings: who reads and writes files for clusters,
 * and takes roles on for them.
 */
final class LakeRedshift implements AutoCloseable {
    private static final String SESSION = "redshift";

    private final ClusterPrice price;
    private final StsClient sts;
    private final OnDemand files;
    private final Spectrum spectrum;
    private final LoadSettings loads;
    private final CompletableFuture<Redshift> clusters;
    private final LakeService<RedshiftClient> redshift;
    private final LakeService<RedshiftServerlessClient> workgroups;
    private final LakeService<RedshiftDataClient> data;

    LakeRedshift(
            Workspace workspace,
            LakeSettings lake,
            LakeClients clients,
            S3Client s3,
            PriceTable prices,
            CompletableFuture<State> state,
            Seal seal,
            Function<Caller, GlueClient> glue,
            Function<Caller, SecretsManagerClient> secrets) {
        this.price = ClusterPrice.of(prices);
        this.sts = clients.client(StsClient.builder());
        DuckDb duckDb = new DuckDb(workspace);
        this.files = new OnDemand(duckDb);
        this.spectrum = new Spectrum(glue, s3, new FileReader(duckDb, files, workspace.zones()));
        this.loads = new LoadSettings(() -> s3, this::assume);
        ServerSettings servers = new ServerSettings(
                workspace, lake.host(), "localhost", lake.ports().redshift(), this::carriers);
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

    private Carriers carriers(ClusterScope cluster) {
        return spectrum.with(Carriers.NONE.withLoads(new Copies(loads), new Unloads(loads)));
    }

    /** Takes roles on, one after the other: the first as the lake, each further one as the one before. */
    private AwsCredentials assume(List<String> chain) {
        Optional<AwsSessionCredentials> last = Optional.empty();
        for (String role : chain) {
            last = Optional.of(assume(last, role));
        }
        return last.orElseThrow();
    }

    private AwsSessionCredentials assume(Optional<AwsSessionCredentials> by, String role) {
        AssumeRoleRequest.Builder request =
                AssumeRoleRequest.builder().roleArn(role).roleSessionName(SESSION);
        by.map(StaticCredentialsProvider::create)
                .ifPresent(before -> request.overrideConfiguration(own -> own.credentialsProvider(before)));
        try {
            Credentials given = sts.assumeRole(request.build()).credentials();
            return AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
        } catch (StsException e) {
            throw new RoleRefused(role, e);
        }
    }

    @Override
    public void close() {
        files.close();
        sts.close();
    }
}
