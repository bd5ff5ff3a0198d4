package io.laguna.emulator.apigateway;

import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.emulator.testlake.EngineLake;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.CreateApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateDeploymentRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateStageRequest;

@ExtendWith(ApiLake.class)
class HttpApisContractTest extends ServiceContract<ApiGatewayV2Client> {
    private final ApiLake.Running lake;
    private ApiGateway gateway;

    HttpApisContractTest(ApiLake.Running lake) {
        super(ApiGatewayV2Client.class, "apigatewayv2-2018-11-29", "apigatewayv2");
        this.lake = lake;
        this.gateway = lake.open();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Override
    protected List<ApiGatewayV2Client> rooms() {
        return gateway.http().rooms(EngineLake.CALLER);
    }

    @Override
    protected void restart() {
        close();
        gateway = lake.open();
    }

    @Override
    protected List<Creation> creations(String name) {
        return List.of(
                made -> CreateApiRequest.builder()
                        .name(name)
                        .protocolType("HTTP")
                        .build(),
                made -> CreateIntegrationRequest.builder()
                        .apiId(made.get("ApiId"))
                        .integrationType("HTTP_PROXY")
                        .integrationMethod("GET")
                        .integrationUri("http://localhost/{proxy}")
                        .build(),
                made -> CreateRouteRequest.builder()
                        .apiId(made.get("ApiId"))
                        .routeKey("GET /{proxy+}")
                        .target("integrations/" + made.get("IntegrationId"))
                        .build(),
                made -> CreateDeploymentRequest.builder()
                        .apiId(made.get("ApiId"))
                        .build(),
                made -> CreateStageRequest.builder()
                        .apiId(made.get("ApiId"))
                        .stageName("test")
                        .deploymentId(made.get("DeploymentId"))
                        .build());
    }

    @Override
    protected Map<String, String> known(Map<String, String> made) {
        return Map.of("ResourceArn", taggable(made), "Specification", "OAS30", "OutputType", "JSON");
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return "arn:aws:apigateway:eu-west-1::/apis/" + made.get("ApiId");
    }

    @Override
    protected String missing(Map<String, String> made) {
        return taggable(made) + "none";
    }
}
