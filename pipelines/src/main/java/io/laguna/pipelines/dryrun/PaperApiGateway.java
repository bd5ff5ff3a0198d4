package io.laguna.pipelines.dryrun;

import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.CreateStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateStageResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.ImportApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.ImportApiResponse;

/** API Gateway on paper. Names that AWS would give are in angle brackets. */
final class PaperApiGateway implements ApiGatewayV2Client {
    private static final String SERVICE = "apigatewayv2";

    private final Paper paper;

    PaperApiGateway(Paper paper) {
        this.paper = paper;
    }

    @Override
    public GetApisResponse getApis(GetApisRequest request) {
        paper.write(SERVICE, request);
        return GetApisResponse.builder().build();
    }

    @Override
    public ImportApiResponse importApi(ImportApiRequest request) {
        paper.write(SERVICE, request);
        return ImportApiResponse.builder()
                .apiId("<ApiId>")
                .apiEndpoint("<ApiEndpoint>")
                .build();
    }

    @Override
    public CreateStageResponse createStage(CreateStageRequest request) {
        paper.write(SERVICE, request);
        return CreateStageResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}
}
