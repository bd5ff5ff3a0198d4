package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.kit.shape.Shapes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.apigateway.model.DeleteGatewayResponseRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteGatewayResponseResponse;
import software.amazon.awssdk.services.apigateway.model.GatewayResponse;
import software.amazon.awssdk.services.apigateway.model.GatewayResponseType;
import software.amazon.awssdk.services.apigateway.model.GetGatewayResponseRequest;
import software.amazon.awssdk.services.apigateway.model.GetGatewayResponseResponse;
import software.amazon.awssdk.services.apigateway.model.GetGatewayResponsesRequest;
import software.amazon.awssdk.services.apigateway.model.GetGatewayResponsesResponse;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.PutGatewayResponseRequest;
import software.amazon.awssdk.services.apigateway.model.PutGatewayResponseResponse;
import software.amazon.awssdk.services.apigateway.model.UpdateGatewayResponseRequest;
import software.amazon.awssdk.services.apigateway.model.UpdateGatewayResponseResponse;

/** The operations on a REST API's gateway responses, which clients see from the next deployment on. */
public final class RestGatewayResponses extends RestRoom {
    private static final String HEADER = "gatewayresponse.header.";
    private static final Set<String> TYPES = Set.copyOf(GatewayResponseType.knownValues().stream()
            .map(GatewayResponseType::toString)
            .toList());
    private static final Set<String> CHANGEABLE = Set.of("statusCode", "responseParameters", "responseTemplates");
    private static final Pattern SOURCE = Pattern.compile("method\\.request\\.(path|header|querystring)\\.\\S+"
            + "|method\\.request\\.multivalue(header|querystring)\\.\\S+|context\\.\\S+|stageVariables\\.\\S+|'.*'");

    private final RestContext context;

    public RestGatewayResponses(RestContext context) {
        this.context = context;
    }

    @Override
    public PutGatewayResponseResponse putGatewayResponse(PutGatewayResponseRequest request) {
        GatewayResponse response =
                checked(Shapes.copy(request, GatewayResponse.builder()).build());
        context.write(request.restApiId(), api -> api.gatewayResponses().put(response));
        return Shapes.copy(response, PutGatewayResponseResponse.builder()).build();
    }

    @Override
    public GetGatewayResponseResponse getGatewayResponse(GetGatewayResponseRequest request) {
        checkType(request.responseTypeAsString());
        return context.read(request.restApiId(), api -> Shapes.copy(
                        all(api).get(request.responseType()), GetGatewayResponseResponse.builder())
                .build());
    }

    @Override
    public GetGatewayResponsesResponse getGatewayResponses(GetGatewayResponsesRequest request) {
        List<GatewayResponse> every = context.read(request.restApiId(), api -> all(api).all());
        return GetGatewayResponsesResponse.builder().items(every).build();
    }

    @Override
    public UpdateGatewayResponseResponse updateGatewayResponse(UpdateGatewayResponseRequest request) {
        checkType(request.responseTypeAsString());
        GatewayResponse changed = context.write(request.restApiId(), api -> {
            GatewayResponse before = all(api).get(request.responseType());
            request.patchOperations().forEach(operation -> check(operation, before));
            return api.gatewayResponses()
                    .put(checked(
                            Patches.apply(before, GatewayResponse.builder(), request.patchOperations(), CHANGEABLE)));
        });
        return Shapes.copy(changed, UpdateGatewayResponseResponse.builder()).build();
    }

    @Override
    public DeleteGatewayResponseResponse deleteGatewayResponse(DeleteGatewayResponseRequest request) {
        checkType(request.responseTypeAsString());
        context.write(request.restApiId(), api -> {
            GatewayResponse response = api.gatewayResponses()
                    .find(request.responseTypeAsString())
                    .orElseThrow(() -> RestFailures.none("Gateway response type not defined on api"));
            api.gatewayResponses().delete(response);
            return api;
        });
        return DeleteGatewayResponseResponse.builder().build();
    }

    /** Returns a response that can be honoured, with AWS's values where it has none, or throws. */
    static GatewayResponse checked(GatewayResponse given) {
        checkType(given.responseTypeAsString());
        if (given.statusCode() != null) {
            new RestConstraints().status(given.statusCode()).check();
        }
        given.responseParameters().forEach((target, source) -> {
            if (!target.startsWith(HEADER)
                    || target.length() == HEADER.length()
                    || !SOURCE.matcher(source).matches()) {
                throw RestFailures.bad(
                        "Invalid mapping expression specified: Validation Result: warnings : [], errors :"
                                + " [Invalid mapping expression parameter specified: " + target + " = " + source
                                + ": Laguna maps headers (" + HEADER + "NAME)]");
            }
        });
        for (Map.Entry<String, String> text : given.responseTemplates().entrySet()) {
            new RestConstraints()
                    .length("responseTemplates." + text.getKey(), text.getValue(), 0, 300_000)
                    .check();
        }
        return GatewayResponses.completed(given);
    }

    /** Refuses the patches that AWS refuses with other words than those of {@link Patches}. */
    private static void check(PatchOperation operation, GatewayResponse before) {
        String path = String.valueOf(operation.path());
        String[] parts = path.split("/", 3);
        boolean known = parts.length > 1 && CHANGEABLE.contains(parts[1]);
        if (!known || (parts[1].equals("statusCode") && operation.op() != Op.REPLACE)) {
            throw RestFailures.bad("Invalid patch path " + path);
        }
        if (parts.length < 3 || operation.op() == Op.REMOVE) {
            return;
        }
        if (operation.value() == null) {
            throw RestFailures.bad("Invalid null or empty value in " + parts[1]);
        }
        Map<String, String> texts =
                parts[1].equals("responseParameters") ? before.responseParameters() : before.responseTemplates();
        if (operation.op() == Op.REPLACE
                && !texts.containsKey(parts[2].replace("~1", "/").replace("~0", "~"))) {
            throw RestFailures.none("Invalid parameter name specified");
        }
    }

    private static GatewayResponses all(KeptApi api) {
        return GatewayResponses.of(api.gatewayResponses().all());
    }

    private static void checkType(String type) {
        new RestConstraints()
                .oneOf("responseType", Optional.ofNullable(type).orElse(""), TYPES)
                .check();
    }
}
