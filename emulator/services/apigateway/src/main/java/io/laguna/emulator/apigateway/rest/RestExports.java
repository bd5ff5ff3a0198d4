package io.laguna.emulator.apigateway.rest;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.model.GetExportRequest;
import software.amazon.awssdk.services.apigateway.model.GetExportResponse;

/**
 * The operation that makes documents of deployed REST APIs.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_GetExport.html">GetExport</a>
 */
public final class RestExports extends RestRoom {
    private static final String YAML = "application/yaml";
    private static final Set<String> ACCEPTED = Set.of("application/json", YAML);
    private static final String EXTENSIONS = "extensions";

    private final RestContext context;

    public RestExports(RestContext context) {
        this.context = context;
    }

    @Override
    public GetExportResponse getExport(GetExportRequest request) {
        String kind = String.valueOf(request.exportType());
        boolean swagger = kind.equals("swagger");
        if (!swagger && !kind.equals("oas30")) {
            throw RestFailures.bad("No API exporter for type '" + kind + "'");
        }
        String type = Optional.ofNullable(request.accepts()).orElse("application/json");
        if (!ACCEPTED.contains(type)) {
            throw RestFailures.bad("Invalid export format: " + type);
        }
        boolean integrations = integrations(request.parameters());
        RestExport export = context.read(request.restApiId(), api -> {
            String deployment = api.stage(request.stageName()).deploymentId();
            return new RestExport(
                    RestSnapshot.read(api.snapshots().find(deployment).orElseThrow()),
                    request.restApiId() + ".execute-api." + context.caller().region() + ".amazonaws.com",
                    request.stageName(),
                    swagger,
                    integrations);
        });
        boolean yaml = type.equals(YAML);
        return GetExportResponse.builder()
                .contentType(type)
                .contentDisposition("attachment; filename=\"" + kind + "_"
                        + export.deployed().api().name().replaceAll("[^A-Za-z0-9._-]", "_") + "."
                        + (yaml ? "yaml" : "json") + "\"")
                .body(SdkBytes.fromString(export.text(yaml), StandardCharsets.UTF_8))
                .build();
    }

    /** Tells whether extensions are asked for. Laguna's APIs have no authorizers, and it makes no collections of Postman's. */
    private static boolean integrations(Map<String, String> parameters) {
        parameters.forEach((name, value) -> {
            if (!name.equals(EXTENSIONS)) {
                throw RestFailures.notBuilt("the parameter " + name + " of exports");
            }
            if (!Set.of("integrations", "apigateway", "authorizers").contains(value)) {
                throw RestFailures.bad("Invalid extensions: " + value);
            }
        });
        return !parameters.getOrDefault(EXTENSIONS, "authorizers").equals("authorizers");
    }
}
