package io.laguna.pipelines.run;

import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * The AWS clients of a pipeline that has functions: of the functions, of the API that leads to one, and of the rules that start
 * one on time.
 *
 * <p>The caller also closes them.
 */
public record FunctionClients(LambdaClient lambda, ApiGatewayV2Client api, EventBridgeClient events)
        implements AutoCloseable {
    @Override
    public void close() {
        lambda.close();
        api.close();
        events.close();
    }
}
