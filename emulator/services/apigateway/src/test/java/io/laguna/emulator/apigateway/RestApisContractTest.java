package io.laguna.emulator.apigateway;

import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.emulator.testlake.EngineLake;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.CreateDeploymentRequest;
import software.amazon.awssdk.services.apigateway.model.CreateResourceRequest;
import software.amazon.awssdk.services.apigateway.model.CreateRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.CreateStageRequest;
import software.amazon.awssdk.services.apigateway.model.PutGatewayResponseRequest;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationResponseRequest;
import software.amazon.awssdk.services.apigateway.model.PutMethodRequest;
import software.amazon.awssdk.services.apigateway.model.PutMethodResponseRequest;

@ExtendWith(ApiLake.class)
class RestApisContractTest extends ServiceContract<ApiGatewayClient> {
    private final ApiLake.Running lake;
    private ApiGateway gateway;

    RestApisContractTest(ApiLake.Running lake) {
        super(ApiGatewayClient.class, "apigateway-2015-07-09", "apigateway");
        this.lake = lake;
        this.gateway = lake.open();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Override
    protected List<ApiGatewayClient> rooms() {
        return gateway.rest().rooms(EngineLake.CALLER);
    }

    @Override
    protected void restart() {
        close();
        gateway = lake.open();
    }

    @Override
    protected Set<String> tokens() {
        return Set.of("position");
    }

    @Override
    protected List<Creation> creations(String name) {
        return List.of(
                made -> CreateRestApiRequest.builder().name(name).build(),
                made -> CreateResourceRequest.builder()
                        .restApiId(made.get("id"))
                        .parentId(made.get("rootResourceId"))
                        .pathPart("pets")
                        .build(),
                made -> PutMethodRequest.builder()
                        .restApiId(made.get("restApiId"))
                        .resourceId(made.get("id"))
                        .httpMethod("GET")
                        .authorizationType("NONE")
                        .build(),
                made -> PutMethodResponseRequest.builder()
                        .restApiId(made.get("restApiId"))
                        .resourceId(made.get("resourceId"))
                        .httpMethod("GET")
                        .statusCode("200")
                        .build(),
                made -> PutIntegrationRequest.builder()
                        .restApiId(made.get("restApiId"))
                        .resourceId(made.get("resourceId"))
                        .httpMethod("GET")
                        .type("MOCK")
                        .requestTemplates(Map.of("application/json", "{\"statusCode\": 200}"))
                        .build(),
                made -> PutIntegrationResponseRequest.builder()
                        .restApiId(made.get("restApiId"))
                        .resourceId(made.get("resourceId"))
                        .httpMethod("GET")
                        .statusCode("200")
                        .build(),
                made -> PutGatewayResponseRequest.builder()
                        .restApiId(made.get("restApiId"))
                        .responseType("DEFAULT_4XX")
                        .build(),
                made -> CreateDeploymentRequest.builder()
                        .restApiId(made.get("restApiId"))
                        .build(),
                made -> CreateStageRequest.builder()
                        .restApiId(made.get("restApiId"))
                        .deploymentId(made.get("id"))
                        .stageName("test")
                        .build());
    }

    @Override
    protected Map<String, String> known(Map<String, String> made) {
        return Map.of("resourceArn", taggable(made));
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return "arn:aws:apigateway:eu-west-1::/restapis/" + made.get("restApiId");
    }

    @Override
    protected String missing(Map<String, String> made) {
        return taggable(made) + "none";
    }
}
