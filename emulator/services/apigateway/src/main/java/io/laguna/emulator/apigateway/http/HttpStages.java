package io.laguna.emulator.apigateway.http;

import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.services.apigatewayv2.model.AccessLogSettings;
import software.amazon.awssdk.services.apigatewayv2.model.CreateStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateStageResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteAccessLogSettingsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteAccessLogSettingsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteStageResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStageResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateStageRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateStageResponse;

/**
 * The operations on the stages of HTTP APIs.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html">Stages of HTTP APIs</a>
 */
public final class HttpStages extends HttpRoom {
    private final HttpContext context;

    public HttpStages(HttpContext context) {
        this.context = context;
    }

    @Override
    public CreateStageResponse createStage(CreateStageRequest request) {
        Instant now = now();
        Stage given = Shapes.copy(request, Stage.builder())
                .autoDeploy(Boolean.TRUE.equals(request.autoDeploy()))
                .createdDate(now)
                .lastUpdatedDate(now)
                .build();
        Stage stage = context.write(request.apiId(), api -> {
            Stage checked = StageRules.checked(api, given);
            if (api.stages().find(checked.stageName()).isPresent()) {
                throw HttpFailures.conflict("Stage already exists");
            }
            refuseBoth(request.deploymentId(), checked);
            api.stages().put(checked);
            Deployer.changed(api);
            return api.stage(checked.stageName());
        });
        return Shapes.copy(stage, CreateStageResponse.builder()).build();
    }

    @Override
    public GetStageResponse getStage(GetStageRequest request) {
        return context.read(
                request.apiId(), api -> Shapes.copy(api.stage(request.stageName()), GetStageResponse.builder())
                        .build());
    }

    @Override
    public GetStagesResponse getStages(GetStagesRequest request) {
        List<Stage> all = context.read(request.apiId(), api -> api.stages().all());
        Page<Stage> page = HttpContext.page(all, Stage::stageName, request.nextToken(), request.maxResults());
        return GetStagesResponse.builder()
                .items(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public UpdateStageResponse updateStage(UpdateStageRequest request) {
        Stage stage = context.write(request.apiId(), api -> {
            Stage known = api.stage(request.stageName());
            Stage changed = StageRules.checked(
                    api,
                    Shapes.copy(request, known.toBuilder())
                            .lastUpdatedDate(now())
                            .build());
            refuseBoth(request.deploymentId(), changed);
            api.stages().put(changed);
            boolean begins = Boolean.TRUE.equals(request.autoDeploy()) && !Boolean.TRUE.equals(known.autoDeploy());
            if (begins) {
                Deployer.changed(api);
            }
            return api.stage(changed.stageName());
        });
        return Shapes.copy(stage, UpdateStageResponse.builder()).build();
    }

    @Override
    public DeleteAccessLogSettingsResponse deleteAccessLogSettings(DeleteAccessLogSettingsRequest request) {
        context.write(request.apiId(), api -> api.stages()
                .put(api.stage(request.stageName()).toBuilder()
                        .accessLogSettings((AccessLogSettings) null)
                        .build()));
        return DeleteAccessLogSettingsResponse.builder().build();
    }

    @Override
    public DeleteStageResponse deleteStage(DeleteStageRequest request) {
        context.write(request.apiId(), api -> {
            api.stages().delete(api.stage(request.stageName()));
            return api;
        });
        return DeleteStageResponse.builder().build();
    }

    private static void refuseBoth(String asked, Stage stage) {
        if (asked != null && Boolean.TRUE.equals(stage.autoDeploy())) {
            throw HttpFailures.bad("Deployment ID cannot be set for a stage that deploys by itself (autoDeploy)");
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
