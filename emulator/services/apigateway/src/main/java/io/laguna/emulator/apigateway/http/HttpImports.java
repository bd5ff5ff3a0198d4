package io.laguna.emulator.apigateway.http;

import io.laguna.emulator.apigateway.record.ApiRecords;
import io.laguna.emulator.apigateway.record.PartKind;
import io.laguna.emulator.kit.shape.Shapes;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.ExportApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.ExportApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.ImportApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.ImportApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.ReimportApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.ReimportApiResponse;

/** The operations that make HTTP APIs of documents of OpenAPI, and documents of HTTP APIs. */
public final class HttpImports extends HttpRoom {
    private final HttpContext context;
    private final HttpApis apis;

    public HttpImports(HttpContext context) {
        this.context = context;
        this.apis = new HttpApis(context);
    }

    @Override
    public ImportApiResponse importApi(ImportApiRequest request) {
        new HttpConstraints().present("body", request.body()).check();
        HttpDocument document = HttpDocument.parse(request.body(), request.basepath());
        Api api = checked(apis.started(document.describe(Api.builder())));
        context.state().write(transaction -> {
            HttpApi made = apis.insert(new ApiRecords(transaction), api);
            document.fill(made);
            return made;
        });
        return Shapes.copy(api, ImportApiResponse.builder()).build();
    }

    @Override
    public ReimportApiResponse reimportApi(ReimportApiRequest request) {
        new HttpConstraints().present("body", request.body()).check();
        HttpDocument document = HttpDocument.parse(request.body(), request.basepath());
        Api changed = context.write(request.apiId(), api -> {
            api.parts(PartKind.ROUTE).deleteAll();
            api.parts(PartKind.INTEGRATION).deleteAll();
            Api described = checked(document.describe(api.api().toBuilder()).build());
            api.put(described);
            document.fill(api);
            Deployer.changed(api);
            return described;
        });
        return Shapes.copy(changed, ReimportApiResponse.builder()).build();
    }

    @Override
    public ExportApiResponse exportApi(ExportApiRequest request) {
        new HttpConstraints()
                .present("specification", request.specification())
                .present("outputType", request.outputType())
                .check();
        if (!request.specification().equals("OAS30")) {
            throw HttpFailures.bad("Invalid specification: an HTTP API is exported as OAS30");
        }
        boolean yaml = request.outputType().equals("YAML");
        if (!yaml && !request.outputType().equals("JSON")) {
            throw HttpFailures.bad("Invalid outputType: it is JSON or YAML");
        }
        if (request.exportVersion() != null && !request.exportVersion().equals("1.0")) {
            throw HttpFailures.bad("Invalid exportVersion: it is 1.0");
        }
        boolean extended = !Boolean.FALSE.equals(request.includeExtensions());
        String text = context.read(request.apiId(), api -> {
            Snapshot shown = request.stageName() == null
                    ? new Snapshot(api.routes().all(), api.integrations().all())
                    : Snapshot.read(api.snapshots()
                            .find(String.valueOf(api.stage(request.stageName()).deploymentId()))
                            .orElseThrow(() -> HttpFailures.none("Deployment")));
            return new HttpExport(api.api(), shown, extended).text(yaml);
        });
        return ExportApiResponse.builder().body(SdkBytes.fromUtf8String(text)).build();
    }

    private static Api checked(Api api) {
        new HttpConstraints()
                .name("name", api.name())
                .description(api.description())
                .length("version", api.version(), 1, 64)
                .tags(api.tags())
                .check();
        return api;
    }
}
