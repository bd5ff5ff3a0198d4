package io.laguna.emulator.sqs;

import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.emulator.testlake.EngineLake;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;

@ExtendWith(SqsLake.class)
class SqsContractTest extends ServiceContract<SqsClient> {
    private final SqsLake.Running lake;
    private Sqs sqs;

    SqsContractTest(SqsLake.Running lake) {
        super(SqsClient.class, "sqs-2012-11-05", "sqs");
        this.lake = lake;
        this.sqs = lake.open();
    }

    @AfterEach
    void close() {
        sqs.close();
    }

    @Override
    protected List<SqsClient> rooms() {
        return sqs.rooms(EngineLake.CALLER);
    }

    @Override
    protected void restart() {
        close();
        sqs = lake.open();
    }

    @Override
    protected List<Creation> creations(String name) {
        return List.of(made -> CreateQueueRequest.builder().queueName(name).build());
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return made.get("QueueUrl");
    }

    @Override
    protected String missing(Map<String, String> made) {
        return SqsLake.ENDPOINT + "/" + EngineLake.CALLER.accountId() + "/contract_missing";
    }
}
