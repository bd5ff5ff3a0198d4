package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.apigateway.log.AccessLogFormat;
import io.laguna.emulator.kit.shape.Shapes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.apigateway.model.CacheClusterStatus;
import software.amazon.awssdk.services.apigateway.model.CreateStageRequest;
import software.amazon.awssdk.services.apigateway.model.CreateStageResponse;
import software.amazon.awssdk.services.apigateway.model.DeleteStageRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteStageResponse;
import software.amazon.awssdk.services.apigateway.model.GetStageRequest;
import software.amazon.awssdk.services.apigateway.model.GetStageResponse;
import software.amazon.awssdk.services.apigateway.model.GetStagesRequest;
import software.amazon.awssdk.services.apigateway.model.GetStagesResponse;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.Stage;
import software.amazon.awssdk.services.apigateway.model.UpdateStageRequest;
import software.amazon.awssdk.services.apigateway.model.UpdateStageResponse;

/** The operations on the stages of REST APIs. */
public final class RestStages extends RestRoom {
    private static final Logger LOG = System.getLogger(RestStages.class.getName());
    private static final Set<String> CHANGEABLE = Set.of(
            "deploymentId",
            "description",
            "variables",
            "accessLogSettings",
            "tracingEnabled",
            "cacheClusterEnabled",
            "cacheClusterSize",
            "clientCertificateId",
            "documentationVersion");

    private final RestContext context;

    public RestStages(RestContext context) {
        this.context = context;
    }

    @Override
    public CreateStageResponse createStage(CreateStageRequest request) {
        new RestConstraints()
                .stage(request.stageName())
                .present("deploymentId", request.deploymentId())
                .check();
        if (request.canarySettings() != null) {
            throw RestFailures.notBuilt("canaries");
        }
        Stage given = checked(Shapes.copy(request, started(request.stageName()))
                .cacheClusterEnabled(Boolean.TRUE.equals(request.cacheClusterEnabled()))
                .tracingEnabled(Boolean.TRUE.equals(request.tracingEnabled()))
                .build());
        context.write(request.restApiId(), api -> {
            api.deployment(given.deploymentId());
            if (api.stages().find(given.stageName()).isPresent()) {
                throw RestFailures.conflict("Stage already exists");
            }
            return api.stages().put(given);
        });
        return Shapes.copy(given, CreateStageResponse.builder()).build();
    }

    @Override
    public GetStageResponse getStage(GetStageRequest request) {
        return context.read(
                request.restApiId(), api -> Shapes.copy(api.stage(request.stageName()), GetStageResponse.builder())
                        .build());
    }

    @Override
    public GetStagesResponse getStages(GetStagesRequest request) {
        List<Stage> all = context.read(request.restApiId(), api -> api.stages().all());
        return GetStagesResponse.builder()
                .item(all.stream()
                        .filter(stage -> request.deploymentId() == null
                                || request.deploymentId().equals(stage.deploymentId()))
                        .toList())
                .build();
    }

    @Override
    public UpdateStageResponse updateStage(UpdateStageRequest request) {
        Map<Boolean, List<PatchOperation>> operations = request.patchOperations().stream()
                .collect(Collectors.partitioningBy(operation -> MethodSettings.isOne(operation, CHANGEABLE)));
        Stage changed = context.write(request.restApiId(), api -> {
            Stage before = api.stage(request.stageName());
            Stage patched =
                    checked(Patches.apply(before, Stage.builder(), operations.get(false), CHANGEABLE).toBuilder()
                            .methodSettings(MethodSettings.patched(before.methodSettings(), operations.get(true)))
                            .lastUpdatedDate(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                            .build());
            requireLogRole(patched);
            api.deployment(patched.deploymentId());
            return api.stages().put(patched);
        });
        if (!operations.get(true).isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Settings of methods are kept and have no effect: logs of executions, metrics, throttling, caches");
        }
        return Shapes.copy(changed, UpdateStageResponse.builder()).build();
    }

    /** Refuses logs of executions in an account that has named no role for them. */
    private void requireLogRole(Stage stage) {
        boolean logs = stage.methodSettings().values().stream()
                .anyMatch(setting -> !setting.loggingLevel().equals("OFF"));
        if (logs && context.account().cloudwatchRoleArn() == null) {
            throw RestFailures.bad("CloudWatch Logs role ARN must be set in account settings to enable logging");
        }
    }

    @Override
    public DeleteStageResponse deleteStage(DeleteStageRequest request) {
        context.write(request.restApiId(), api -> {
            api.stages().delete(api.stage(request.stageName()));
            return api;
        });
        return DeleteStageResponse.builder().build();
    }

    /** Returns what a new stage has. */
    static Stage.Builder started(String name) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return Stage.builder()
                .stageName(name)
                .cacheClusterEnabled(false)
                .cacheClusterStatus(CacheClusterStatus.NOT_AVAILABLE)
                .tracingEnabled(false)
                .createdDate(now)
                .lastUpdatedDate(now);
    }

    /** Returns a stage that can be honoured, or throws. */
    static Stage checked(Stage stage) {
        new RestConstraints()
                .stage(stage.stageName())
                .text("description", stage.description())
                .variables(stage.variables())
                .tags(stage.tags())
                .check();
        if (Boolean.TRUE.equals(stage.cacheClusterEnabled()) || stage.cacheClusterSize() != null) {
            throw RestFailures.notBuilt("caches");
        }
        if (Boolean.TRUE.equals(stage.tracingEnabled())) {
            throw RestFailures.notBuilt("X-Ray (tracingEnabled)");
        }
        if (stage.clientCertificateId() != null && !stage.clientCertificateId().isEmpty()) {
            throw RestFailures.notBuilt("client certificates");
        }
        if (stage.documentationVersion() != null
                && !stage.documentationVersion().isEmpty()) {
            throw RestFailures.notBuilt("versions of documentation");
        }
        Optional.ofNullable(stage.accessLogSettings())
                .filter(settings -> settings.destinationArn() != null && settings.format() != null)
                .flatMap(settings -> AccessLogFormat.problem(settings.destinationArn(), settings.format()))
                .ifPresent(problem -> {
                    throw RestFailures.bad(problem);
                });
        return stage;
    }
}
