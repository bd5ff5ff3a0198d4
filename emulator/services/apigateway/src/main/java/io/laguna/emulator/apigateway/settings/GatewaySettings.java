package io.laguna.emulator.apigateway.settings;

import io.laguna.emulator.kit.Caller;
import java.net.URI;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * The settings of the service.
 *
 * @param functions Lambda, as a caller sees it
 * @param logs CloudWatch Logs, as a caller sees it
 * @param endpoint {@code http://127.0.0.1:4566}
 */
public record GatewaySettings(
        Function<Caller, LambdaClient> functions, Function<Caller, CloudWatchLogsClient> logs, URI endpoint) {
    /** Returns the address of an API on this machine: {@code http://id.execute-api.us-east-1.localhost:4566}. */
    public String address(Caller owner, String api) {
        return "http://" + api + ".execute-api." + owner.region() + ".localhost:" + endpoint.getPort();
    }
}
