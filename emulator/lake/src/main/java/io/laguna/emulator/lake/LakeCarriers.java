package io.laguna.emulator.lake;

import io.laguna.emulator.redshift.load.AssumedRoles;
import io.laguna.emulator.redshift.load.Copies;
import io.laguna.emulator.redshift.load.LoadSettings;
import io.laguna.emulator.redshift.load.Unloads;
import io.laguna.emulator.redshift.session.Carriers;
import io.laguna.emulator.redshift.session.ClusterScope;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** What carries out statements of Redshift that are not its engine's alone, by the lake's own services. */
final class LakeCarriers implements AutoCloseable {
    private final S3Client s3;
    private final StsClient sts;

    LakeCarriers(LakeClients clients) {
        this.s3 = clients.s3();
        this.sts = clients.client(StsClient.builder());
    }

    Carriers of(ClusterScope cluster) {
        LoadSettings loads = new LoadSettings(() -> s3, new AssumedRoles(sts));
        return Carriers.NONE.withLoads(new Copies(loads), new Unloads(loads));
    }

    @Override
    public void close() {
        sts.close();
        s3.close();
    }
}
