package io.laguna.emulator.logs;

import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.emulator.testlake.EngineLake;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamRequest;

@ExtendWith(LogsLake.class)
class LogsContractTest extends ServiceContract<CloudWatchLogsClient> {
    private final LogsLake.Running lake;
    private Logs logs;

    LogsContractTest(LogsLake.Running lake) {
        super(CloudWatchLogsClient.class, "logs-2014-03-28", "logs");
        this.lake = lake;
        this.logs = lake.open();
    }

    @AfterEach
    void close() {
        logs.close();
    }

    @Override
    protected List<CloudWatchLogsClient> rooms() {
        return logs.rooms(EngineLake.CALLER);
    }

    @Override
    protected void restart() {
        close();
        logs = lake.open();
    }

    @Override
    protected List<Creation> creations(String name) {
        return List.of(
                made -> CreateLogGroupRequest.builder().logGroupName(name).build(),
                made -> CreateLogStreamRequest.builder()
                        .logGroupName(name)
                        .logStreamName(name)
                        .build());
    }

    @Override
    protected Map<String, String> known() {
        return Map.of();
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return GroupRecord.arn(EngineLake.CALLER, made.get("logGroupName"));
    }

    @Override
    protected String missing(Map<String, String> made) {
        return taggable(made) + "_missing";
    }
}
