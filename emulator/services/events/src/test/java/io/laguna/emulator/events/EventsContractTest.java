package io.laguna.emulator.events;

import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.emulator.testlake.EngineLake;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;

@ExtendWith(EventsLake.class)
class EventsContractTest extends ServiceContract<EventBridgeClient> {
    private final EventsLake.Running lake;
    private Events events;

    EventsContractTest(EventsLake.Running lake) {
        super(EventBridgeClient.class, "eventbridge-2015-10-07", "events");
        this.lake = lake;
        this.events = lake.open();
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Override
    protected List<EventBridgeClient> rooms() {
        return events.rooms(EngineLake.CALLER);
    }

    @Override
    protected void restart() {
        close();
        events = lake.open();
    }

    @Override
    protected List<Creation> creations(String name) {
        return List.of(made -> CreateEventBusRequest.builder().name(name).build(), made -> PutRuleRequest.builder()
                .name(name)
                .eventPattern("{\"source\": [\"a\"]}")
                .build());
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return made.get("RuleArn");
    }

    @Override
    protected String missing(Map<String, String> made) {
        return EngineLake.CALLER.arn("events", "rule/contract_missing");
    }
}
