package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.apigateway.record.ApiRow;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.model.Cors;

/** The stage of an API that an address leads to, as it is deployed. */
sealed interface Served {
    ApiRow api();

    String stage();

    /** Returns the path of the request behind the stage, not decoded. */
    String path();

    Map<String, String> variables();

    Optional<Log> log();

    /**
     * The access log of a stage.
     *
     * @param destination the ARN of a log group
     */
    record Log(String destination, String format) {}

    /** A stage of an HTTP API. */
    record OfHttp(
            ApiRow api,
            String stage,
            String path,
            Map<String, String> variables,
            Optional<Log> log,
            Optional<Cors> cors,
            HttpRouteTable routes)
            implements Served {}

    /** A stage of a REST API. */
    record OfRest(
            ApiRow api,
            String stage,
            String path,
            Map<String, String> variables,
            Optional<Log> log,
            RestRouteTable routes)
            implements Served {}
}
