package io.laguna.emulator.apigateway.http;

import io.laguna.emulator.apigateway.record.ApiIds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.services.apigatewayv2.model.Deployment;
import software.amazon.awssdk.services.apigatewayv2.model.DeploymentStatus;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/**
 * The maker of deployments. A deployment is a copy of the API; a stage that deploys by itself gets a new one with each
 * change.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html">Stages of HTTP APIs</a>
 */
final class Deployer {
    private Deployer() {}

    static Deployment deploy(HttpApi api, String description, boolean automatic) {
        if (api.routes().all().isEmpty()) {
            throw HttpFailures.bad("Unable to deploy API because no routes exist in this API");
        }
        Deployment deployment = Deployment.builder()
                .deploymentId(ApiIds.part())
                .autoDeployed(automatic)
                .createdDate(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .deploymentStatus(DeploymentStatus.DEPLOYED)
                .description(description)
                .build();
        api.snapshots().put(deployment.deploymentId(), Snapshot.of(api));
        return api.deployments().put(deployment);
    }

    /** Points a stage at a deployment. */
    static Stage point(HttpApi api, Stage stage, Deployment deployment) {
        return api.stages()
                .put(stage.toBuilder()
                        .deploymentId(deployment.deploymentId())
                        .lastUpdatedDate(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                        .build());
    }

    /** Deploys a change to the stages that deploy by themselves, and forgets what no stage shows any more. */
    static void changed(HttpApi api) {
        List<Stage> automatic = api.stages().all().stream()
                .filter(stage -> Boolean.TRUE.equals(stage.autoDeploy()))
                .toList();
        if (automatic.isEmpty() || api.routes().all().isEmpty()) {
            return;
        }
        Deployment deployment = deploy(api, "Automatic deployment triggered by changes to the Api configuration", true);
        automatic.forEach(stage -> point(api, stage, deployment));
        List<String> shown =
                api.stages().all().stream().map(Stage::deploymentId).toList();
        api.deployments().all().stream()
                .filter(each -> Boolean.TRUE.equals(each.autoDeployed()) && !shown.contains(each.deploymentId()))
                .forEach(each -> {
                    api.deployments().delete(each);
                    api.snapshots().delete(each.deploymentId());
                });
    }
}
