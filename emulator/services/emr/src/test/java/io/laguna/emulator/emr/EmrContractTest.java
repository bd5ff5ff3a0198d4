package io.laguna.emulator.emr;

import io.laguna.emulator.testkit.ServiceContract;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.emr.EmrClient;

@ExtendWith(EmrLake.class)
class EmrContractTest extends ServiceContract<EmrClient> {
    private final EmrLake.Running lake;

    EmrContractTest(EmrLake.Running lake) {
        super(EmrClient.class, "elasticmapreduce-2009-03-31", "elasticmapreduce");
        this.lake = lake;
    }

    @Override
    protected List<EmrClient> rooms() {
        return lake.rooms();
    }
}
