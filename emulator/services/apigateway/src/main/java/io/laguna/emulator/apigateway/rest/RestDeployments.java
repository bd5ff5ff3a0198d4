package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.apigateway.record.ApiIds;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.apigateway.model.CreateDeploymentRequest;
import software.amazon.awssdk.services.apigateway.model.CreateDeploymentResponse;
import software.amazon.awssdk.services.apigateway.model.DeleteDeploymentRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteDeploymentResponse;
import software.amazon.awssdk.services.apigateway.model.Deployment;
import software.amazon.awssdk.services.apigateway.model.GetDeploymentRequest;
import software.amazon.awssdk.services.apigateway.model.GetDeploymentResponse;
import software.amazon.awssdk.services.apigateway.model.GetDeploymentsRequest;
import software.amazon.awssdk.services.apigateway.model.GetDeploymentsResponse;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Stage;
import software.amazon.awssdk.services.apigateway.model.UpdateDeploymentRequest;
import software.amazon.awssdk.services.apigateway.model.UpdateDeploymentResponse;

/** The operations on the deployments of REST APIs, which are copies of them: clients see no change before one. */
public final class RestDeployments extends RestRoom {
    private final RestContext context;

    public RestDeployments(RestContext context) {
        this.context = context;
    }

    @Override
    public CreateDeploymentResponse createDeployment(CreateDeploymentRequest request) {
        new RestConstraints()
                .text("description", request.description())
                .text("stageDescription", request.stageDescription())
                .variables(request.variables())
                .check();
        if (request.canarySettings() != null) {
            throw RestFailures.notBuilt("canaries");
        }
        if (request.cacheClusterSize() != null) {
            throw RestFailures.notBuilt("caches");
        }
        Deployment deployment = Deployment.builder()
                .id(ApiIds.restPart())
                .description(request.description())
                .createdDate(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .build();
        context.write(request.restApiId(), api -> {
            RestSnapshot snapshot = RestSnapshot.of(api);
            check(snapshot);
            api.snapshots().put(deployment.id(), snapshot.text());
            api.deployments().put(deployment);
            Optional.ofNullable(request.stageName())
                    .filter(name -> !name.isEmpty())
                    .ifPresent(name -> point(api, deployment, request));
            return api;
        });
        return Shapes.copy(deployment, CreateDeploymentResponse.builder()).build();
    }

    @Override
    public GetDeploymentResponse getDeployment(GetDeploymentRequest request) {
        return context.read(request.restApiId(), api -> Shapes.copy(
                        api.deployment(request.deploymentId()), GetDeploymentResponse.builder())
                .build());
    }

    @Override
    public GetDeploymentsResponse getDeployments(GetDeploymentsRequest request) {
        List<Deployment> all =
                context.read(request.restApiId(), api -> api.deployments().all());
        Page<Deployment> page = RestContext.page(all, Deployment::id, request.position(), request.limit());
        return GetDeploymentsResponse.builder()
                .items(page.entries())
                .position(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public UpdateDeploymentResponse updateDeployment(UpdateDeploymentRequest request) {
        Deployment changed = context.write(request.restApiId(), api -> {
            Deployment patched = Patches.apply(
                    api.deployment(request.deploymentId()),
                    Deployment.builder(),
                    request.patchOperations(),
                    Set.of("description"));
            new RestConstraints().text("description", patched.description()).check();
            return api.deployments().put(patched);
        });
        return Shapes.copy(changed, UpdateDeploymentResponse.builder()).build();
    }

    @Override
    public DeleteDeploymentResponse deleteDeployment(DeleteDeploymentRequest request) {
        context.write(request.restApiId(), api -> {
            Deployment deployment = api.deployment(request.deploymentId());
            if (api.stages().all().stream().anyMatch(stage -> deployment.id().equals(stage.deploymentId()))) {
                throw RestFailures.bad("Active stages pointing to this deployment must be moved or deleted");
            }
            api.deployments().delete(deployment);
            api.snapshots().delete(deployment.id());
            return api;
        });
        return DeleteDeploymentResponse.builder().build();
    }

    /** Refuses an API that has nothing to answer with. */
    private static void check(RestSnapshot snapshot) {
        List<Method> methods = snapshot.resources().stream()
                .flatMap(resource -> resource.resourceMethods().values().stream())
                .toList();
        if (methods.isEmpty()) {
            throw RestFailures.bad("The REST API doesn't contain any methods");
        }
        if (methods.stream().anyMatch(method -> method.methodIntegration() == null)) {
            throw RestFailures.bad("No integration defined for method");
        }
    }

    /** Points the stage that a request names at a deployment, or makes the stage. */
    private static void point(KeptApi api, Deployment deployment, CreateDeploymentRequest request) {
        Stage.Builder stage = api.stages()
                .find(request.stageName())
                .map(Stage::toBuilder)
                .orElseGet(() -> RestStages.started(request.stageName()));
        stage.deploymentId(deployment.id()).lastUpdatedDate(deployment.createdDate());
        Optional.ofNullable(request.stageDescription()).ifPresent(stage::description);
        Optional.ofNullable(request.tracingEnabled()).ifPresent(stage::tracingEnabled);
        Optional.ofNullable(request.cacheClusterEnabled()).ifPresent(stage::cacheClusterEnabled);
        if (request.hasVariables()) {
            stage.variables(request.variables());
        }
        api.stages().put(RestStages.checked(stage.build()));
    }
}
