package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.wire.ServiceDescription;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sts.StsClient;

class OperationIndexTest {
    private static final Path INDEXES =
            Path.of(System.getProperty("laguna.home"), "emulator/src/main/resources/io/laguna/emulator");

    enum Service {
        ATHENA(AthenaClient.class, "athena-2017-05-18"),
        ELASTICMAPREDUCE(EmrClient.class, "elasticmapreduce-2009-03-31"),
        EMR_SERVERLESS(EmrServerlessClient.class, "emr-serverless-2021-07-13"),
        GLUE(GlueClient.class, "glue-2017-03-31"),
        SCHEDULER(SchedulerClient.class, "scheduler-2021-06-30"),
        STS(StsClient.class, "sts-2011-06-15");

        private final Class<? extends SdkClient> client;
        private final String model;

        Service(Class<? extends SdkClient> client, String model) {
            this.client = client;
            this.model = model;
        }
    }

    /** A stale index is written anew, and the test fails all the same: the new one is to be looked at and committed. */
    @ParameterizedTest
    @EnumSource
    void theCommittedIndexIsWhatTheSdkSays(Service service) throws IOException {
        StringBuilder regenerated = new StringBuilder();
        try (InputStream model =
                OperationIndexTest.class.getResourceAsStream("/models/" + service.model + "-model.json")) {
            ServiceDescription description = ServiceDescription.reflect(service.client);
            description.refinedBy(model).write(regenerated);
        }
        Path file = INDEXES.resolve(service.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".operations");
        String committed = Files.exists(file) ? Files.readString(file) : "";
        if (!committed.contentEquals(regenerated)) {
            Files.createDirectories(INDEXES);
            Files.writeString(file, regenerated);
        }
        assertThat(committed).as(file + " was stale and has been written anew").isEqualTo(regenerated.toString());
    }
}
