package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.apigateway.record.PartKind;
import io.laguna.emulator.apigateway.record.Parts;
import io.laguna.emulator.kit.shape.Shapes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.model.ImportRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.ImportRestApiResponse;
import software.amazon.awssdk.services.apigateway.model.PutMode;
import software.amazon.awssdk.services.apigateway.model.PutRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.PutRestApiResponse;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** The operations that make REST APIs of documents of OpenAPI. */
public final class RestImports extends RestRoom {
    private final RestContext context;

    public RestImports(RestContext context) {
        this.context = context;
    }

    @Override
    public ImportRestApiResponse importRestApi(ImportRestApiRequest request) {
        RestDocument document = RestDocument.parse(text(request.body()), request.parameters());
        RestApi api = RestApis.checked(RestApis.started(document.describe(RestApi.builder(), request.parameters())));
        refuse(api, request.failOnWarnings());
        context.state().write(transaction -> {
            KeptApi made = RestApis.insert(transaction, context, api);
            document.fill(made);
            return made;
        });
        return Shapes.copy(api, ImportRestApiResponse.builder()).build();
    }

    @Override
    public PutRestApiResponse putRestApi(PutRestApiRequest request) {
        new RestConstraints()
                .oneOf("mode", request.modeAsString(), PutMode.knownValues())
                .check();
        RestDocument document = RestDocument.parse(text(request.body()), request.parameters());
        RestApi changed = context.write(request.restApiId(), api -> {
            if (request.mode() == PutMode.OVERWRITE) {
                new Parts(api.handle(), api.row().id(), PartKind.RESOURCE).deleteAll();
                new Parts(api.handle(), api.row().id(), PartKind.GATEWAY_RESPONSE).deleteAll();
                api.resources()
                        .put(Resource.builder()
                                .id(api.api().rootResourceId())
                                .path("/")
                                .build());
            }
            RestApi described = RestApis.checked(document.describe(api.api().toBuilder(), request.parameters())
                    .build());
            refuse(described, request.failOnWarnings());
            KeptApi kept = api.put(described);
            document.fill(kept);
            return described;
        });
        return Shapes.copy(changed, PutRestApiResponse.builder()).build();
    }

    private static void refuse(RestApi api, Boolean failOnWarnings) {
        if (Boolean.TRUE.equals(failOnWarnings) && !api.warnings().isEmpty()) {
            throw RestFailures.bad("Warnings found during import: " + api.warnings());
        }
    }

    /** Returns a document's text. What is no UTF-8 in it becomes characters that no document has, and is refused. */
    private static String text(SdkBytes body) {
        byte[] bytes = Optional.ofNullable(body)
                .orElseThrow(() -> RestFailures.bad("Invalid OpenAPI input: there is no body"))
                .asByteArray();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
