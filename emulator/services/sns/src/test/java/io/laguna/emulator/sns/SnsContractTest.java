package io.laguna.emulator.sns;

import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.emulator.testlake.EngineLake;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;

@ExtendWith(SnsLake.class)
class SnsContractTest extends ServiceContract<SnsClient> {
    private final SnsLake.Running lake;
    private Sns sns;

    SnsContractTest(SnsLake.Running lake) {
        super(SnsClient.class, "sns-2010-03-31", "sns");
        this.lake = lake;
        this.sns = lake.open();
    }

    @AfterEach
    void close() {
        sns.close();
    }

    @Override
    protected List<SnsClient> rooms() {
        return sns.rooms(EngineLake.CALLER);
    }

    @Override
    protected void restart() {
        close();
        sns = lake.open();
    }

    @Override
    protected List<Creation> creations(String name) {
        return List.of(made -> CreateTopicRequest.builder().name(name).build());
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return made.get("TopicArn");
    }

    @Override
    protected String missing(Map<String, String> made) {
        return EngineLake.CALLER.arn("sns", "contract_missing");
    }
}
