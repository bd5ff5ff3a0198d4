package io.laguna.emulator.lake;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.function.LambdaCalls;
import io.laguna.emulator.redshift.load.Access;
import io.laguna.emulator.redshift.load.AssumedRoles;
import io.laguna.emulator.redshift.load.Copies;
import io.laguna.emulator.redshift.load.LoadSettings;
import io.laguna.emulator.redshift.load.Unloads;
import io.laguna.emulator.redshift.session.Carriers;
import io.laguna.emulator.redshift.session.ClusterScope;
import io.laguna.emulator.redshift.spectrum.Spectrum;
import io.laguna.emulator.redshift.spectrum.engine.FileReader;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DuckDb;
import io.laguna.engines.server.OnDemand;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** The carriers of statements of Redshift that are not its engine's alone, by the lake's own services. */
final class LakeCarriers implements AutoCloseable {
    private final S3Client s3;
    private final StsClient sts;
    private final OnDemand files;
    private final Spectrum spectrum;
    private final Function<Caller, LambdaClient> functions;
    private final ExecutorService calls = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "redshift-lambda");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Creates the carriers of all clusters.
     *
     * @param glue the Data Catalog as a caller sees it
     * @param functions Lambda as a caller sees it
     */
    LakeCarriers(
            LakeClients clients,
            Workspace workspace,
            Function<Caller, GlueClient> glue,
            Function<Caller, LambdaClient> functions) {
        this.s3 = clients.s3();
        this.sts = clients.client(StsClient.builder());
        this.functions = functions;
        DuckDb duckDb = new DuckDb(workspace);
        this.files = new OnDemand(duckDb);
        this.spectrum = new Spectrum(glue, s3, new FileReader(duckDb, files, workspace.zones()));
    }

    Carriers of(ClusterScope cluster) {
        LoadSettings loads = new LoadSettings(() -> s3, new AssumedRoles(sts));
        return spectrum.with(Carriers.NONE
                .withLoads(new Copies(loads), new Unloads(loads))
                .withCalls(new LambdaCalls(functions, new Access(loads.roles()), calls)));
    }

    @Override
    public void close() {
        calls.shutdownNow();
        files.close();
        sts.close();
        s3.close();
    }
}
