package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.testkit.ServiceContract;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;

@ExtendWith(ServerlessLake.class)
class EmrServerlessContractTest extends ServiceContract<EmrServerlessClient> {
    private final ServerlessLake.Running lake;

    EmrServerlessContractTest(ServerlessLake.Running lake) {
        super(EmrServerlessClient.class, "emr-serverless-2021-07-13", "emr-serverless");
        this.lake = lake;
    }

    @Override
    protected List<EmrServerlessClient> rooms() {
        return lake.rooms(Caller.DEFAULT);
    }
}
