package io.laguna.emulator.apigateway.http;

import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.model.CreateDeploymentRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateDeploymentResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteDeploymentRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteDeploymentResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Deployment;
import software.amazon.awssdk.services.apigatewayv2.model.GetDeploymentRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetDeploymentResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetDeploymentsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetDeploymentsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateDeploymentRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateDeploymentResponse;

/** The operations on the deployments of HTTP APIs. */
public final class HttpDeployments extends HttpRoom {
    private final HttpContext context;

    public HttpDeployments(HttpContext context) {
        this.context = context;
    }

    @Override
    public CreateDeploymentResponse createDeployment(CreateDeploymentRequest request) {
        new HttpConstraints()
                .description(request.description())
                .text("stageName", request.stageName())
                .check();
        Deployment deployment = context.write(request.apiId(), api -> {
            Optional<Stage> stage = Optional.ofNullable(request.stageName()).map(api::stage);
            Deployment made = Deployer.deploy(api, request.description(), false);
            stage.ifPresent(target -> Deployer.point(api, target, made));
            return made;
        });
        return Shapes.copy(deployment, CreateDeploymentResponse.builder()).build();
    }

    @Override
    public GetDeploymentResponse getDeployment(GetDeploymentRequest request) {
        return context.read(request.apiId(), api -> Shapes.copy(
                        api.deployment(request.deploymentId()), GetDeploymentResponse.builder())
                .build());
    }

    @Override
    public GetDeploymentsResponse getDeployments(GetDeploymentsRequest request) {
        List<Deployment> all =
                context.read(request.apiId(), api -> api.deployments().all());
        Page<Deployment> page =
                HttpContext.page(all, Deployment::deploymentId, request.nextToken(), request.maxResults());
        return GetDeploymentsResponse.builder()
                .items(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public UpdateDeploymentResponse updateDeployment(UpdateDeploymentRequest request) {
        new HttpConstraints().description(request.description()).check();
        Deployment deployment = context.write(request.apiId(), api -> api.deployments()
                .put(Shapes.copy(request, api.deployment(request.deploymentId()).toBuilder())
                        .build()));
        return Shapes.copy(deployment, UpdateDeploymentResponse.builder()).build();
    }

    @Override
    public DeleteDeploymentResponse deleteDeployment(DeleteDeploymentRequest request) {
        context.write(request.apiId(), api -> {
            Deployment deployment = api.deployment(request.deploymentId());
            if (api.stages().all().stream()
                    .anyMatch(stage -> deployment.deploymentId().equals(stage.deploymentId()))) {
                throw HttpFailures.bad("Active stages pointing to this deployment must be moved or deleted");
            }
            api.deployments().delete(deployment);
            api.snapshots().delete(deployment.deploymentId());
            return api;
        });
        return DeleteDeploymentResponse.builder().build();
    }
}
