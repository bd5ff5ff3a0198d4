package io.laguna.emulator.apigateway;

import io.laguna.emulator.apigateway.http.HttpApis;
import io.laguna.emulator.apigateway.http.HttpContext;
import io.laguna.emulator.apigateway.http.HttpDeployments;
import io.laguna.emulator.apigateway.http.HttpImports;
import io.laguna.emulator.apigateway.http.HttpIntegrations;
import io.laguna.emulator.apigateway.http.HttpRoutes;
import io.laguna.emulator.apigateway.http.HttpStages;
import io.laguna.emulator.apigateway.http.HttpTags;
import io.laguna.emulator.apigateway.plane.ExecuteApi;
import io.laguna.emulator.apigateway.plane.TestInvoke;
import io.laguna.emulator.apigateway.rest.RestAccount;
import io.laguna.emulator.apigateway.rest.RestApis;
import io.laguna.emulator.apigateway.rest.RestContext;
import io.laguna.emulator.apigateway.rest.RestDeployments;
import io.laguna.emulator.apigateway.rest.RestExports;
import io.laguna.emulator.apigateway.rest.RestGatewayResponses;
import io.laguna.emulator.apigateway.rest.RestImports;
import io.laguna.emulator.apigateway.rest.RestIntegrationResponses;
import io.laguna.emulator.apigateway.rest.RestIntegrations;
import io.laguna.emulator.apigateway.rest.RestMethodResponses;
import io.laguna.emulator.apigateway.rest.RestMethods;
import io.laguna.emulator.apigateway.rest.RestResources;
import io.laguna.emulator.apigateway.rest.RestStages;
import io.laguna.emulator.apigateway.rest.RestTags;
import io.laguna.emulator.apigateway.settings.GatewaySettings;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;

/** Amazon API Gateway: HTTP APIs by one client of the SDK, REST APIs by another, and the place where their clients call. */
public final class ApiGateway implements AutoCloseable {
    private final State state;
    private final GatewaySettings settings;
    private final ExecuteApi execute;

    private ApiGateway(State state, GatewaySettings settings) {
        this.state = state;
        this.settings = settings;
        this.execute = new ExecuteApi(state, settings);
    }

    /**
     * Opens the service.
     *
     * @param state closed by the caller
     */
    public static ApiGateway open(State state, GatewaySettings settings) {
        return new ApiGateway(state, settings);
    }

    /** Returns HTTP APIs, whose closing leaves the service open. */
    public Service<ApiGatewayV2Client> http() {
        return new Service<>() {
            @Override
            public List<ApiGatewayV2Client> rooms(Caller caller) {
                HttpContext context = new HttpContext(caller, state, settings);
                return List.of(
                        new HttpApis(context),
                        new HttpIntegrations(context),
                        new HttpRoutes(context),
                        new HttpStages(context),
                        new HttpDeployments(context),
                        new HttpTags(context),
                        new HttpImports(context));
            }

            @Override
            public void close() {
                // The service closes what both kinds of APIs share.
            }
        };
    }

    /** Returns REST APIs, whose closing leaves the service open. */
    public Service<ApiGatewayClient> rest() {
        return new Service<>() {
            @Override
            public List<ApiGatewayClient> rooms(Caller caller) {
                RestContext context = new RestContext(caller, state);
                return List.of(
                        new RestAccount(context),
                        new RestApis(context),
                        new RestResources(context),
                        new RestMethods(context),
                        new RestMethodResponses(context),
                        new RestIntegrations(context),
                        new RestIntegrationResponses(context),
                        new RestGatewayResponses(context),
                        new RestDeployments(context),
                        new RestStages(context),
                        new RestTags(context),
                        new RestImports(context),
                        new RestExports(context),
                        new TestInvoke(context, execute));
            }

            @Override
            public void close() {
                // The service closes what both kinds of APIs share.
            }
        };
    }

    /** Returns the place where clients of APIs call. */
    public ExecuteApi execute() {
        return execute;
    }

    @Override
    public void close() {
        execute.close();
    }
}
