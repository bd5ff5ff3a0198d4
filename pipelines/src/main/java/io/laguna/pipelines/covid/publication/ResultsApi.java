package io.laguna.pipelines.covid.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.ConflictException;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;

/** The HTTP API of the results, which a document of OpenAPI describes. */
record ResultsApi(ApiGatewayV2Client gateway) {
    private static final String NAME = "laguna-covid-results";
    private static final String DOCUMENT = "results-api.yaml";
    private static final String STAGE = "$default";

    /** Makes the API, or gives it the present paths. */
    Published make(String function) {
        String document = document().replace("${function}", function);
        Published made = find().map(id -> replace(id, document)).orElseGet(() -> create(document));
        try {
            gateway.createStage(stage -> stage.apiId(made.id()).stageName(STAGE).autoDeploy(true));
        } catch (ConflictException e) {
            // An earlier run has made it.
        }
        return made;
    }

    private Published create(String document) {
        var api = gateway.importApi(request -> request.body(document).failOnWarnings(false));
        return new Published(api.apiId(), api.apiEndpoint());
    }

    private Published replace(String id, String document) {
        var api = gateway.reimportApi(request -> request.apiId(id).body(document));
        return new Published(api.apiId(), api.apiEndpoint());
    }

    private Optional<String> find() {
        GetApisResponse page = gateway.getApis(GetApisRequest.builder().build());
        while (true) {
            Optional<String> found = page.items().stream()
                    .filter(api -> NAME.equals(api.name()))
                    .map(Api::apiId)
                    .findFirst();
            String next = page.nextToken();
            if (found.isPresent() || next == null) {
                return found;
            }
            page = gateway.getApis(request -> request.nextToken(next));
        }
    }

    private static String document() {
        try (InputStream in = Objects.requireNonNull(ResultsApi.class.getResourceAsStream(DOCUMENT), DOCUMENT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the document of the API " + DOCUMENT, e);
        }
    }
}
