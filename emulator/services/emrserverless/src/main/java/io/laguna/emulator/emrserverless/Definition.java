package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.Shapes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.Architecture;
import software.amazon.awssdk.services.emrserverless.model.AutoStartConfig;
import software.amazon.awssdk.services.emrserverless.model.AutoStopConfig;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.SchedulerConfiguration;
import software.amazon.awssdk.services.emrserverless.model.UpdateApplicationRequest;

/**
 * The definition of an application: the request for it, and the defaults.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/app-behavior.html">Application behaviour</a>
 */
final class Definition {
    /** "Auto-stop: By default, an application is configured to auto-stop when idle for 15 minutes." */
    private static final int IDLE_MINUTES = 15;

    private static final int CONCURRENT_RUNS = 15;
    private static final int QUEUE_MINUTES = 360;

    private Definition() {}

    static Application of(CreateApplicationRequest request, Caller caller, String id, Instant now) {
        Application.Builder application = Shapes.copy(request, Application.builder())
                .applicationId(id)
                .arn(caller.arn("emr-serverless", "/applications/" + id))
                .type("Spark")
                .state(ApplicationState.CREATING)
                .stateDetails("")
                .createdAt(now)
                .updatedAt(now)
                .tags(Map.of());
        if (request.architecture() == null) {
            application.architecture(Architecture.X86_64);
        }
        return withDefaults(application.build());
    }

    /** Returns the application with the members that the request has; the others are as they were. */
    static Application updated(Application application, UpdateApplicationRequest request, Instant now) {
        return withDefaults(Shapes.copy(request, application.toBuilder())
                .applicationId(application.applicationId())
                .updatedAt(now)
                .build());
    }

    private static Application withDefaults(Application application) {
        AutoStartConfig start = Optional.ofNullable(application.autoStartConfiguration())
                .orElse(AutoStartConfig.builder().build());
        AutoStopConfig stop = Optional.ofNullable(application.autoStopConfiguration())
                .orElse(AutoStopConfig.builder().build());
        Application.Builder whole = application.toBuilder()
                .autoStartConfiguration(AutoStartConfig.builder()
                        .enabled(Optional.ofNullable(start.enabled()).orElse(true))
                        .build())
                .autoStopConfiguration(AutoStopConfig.builder()
                        .enabled(Optional.ofNullable(stop.enabled()).orElse(true))
                        .idleTimeoutMinutes(
                                Optional.ofNullable(stop.idleTimeoutMinutes()).orElse(IDLE_MINUTES))
                        .build());
        boolean queues = application.schedulerConfiguration() != null
                || Release.of(application.releaseLabel()).has(Release.QUEUES_BY_DEFAULT);
        return queues ? whole.schedulerConfiguration(scheduler(application)).build() : whole.build();
    }

    private static SchedulerConfiguration scheduler(Application application) {
        Optional<SchedulerConfiguration> given = Optional.ofNullable(application.schedulerConfiguration());
        return SchedulerConfiguration.builder()
                .maxConcurrentRuns(
                        given.map(SchedulerConfiguration::maxConcurrentRuns).orElse(CONCURRENT_RUNS))
                .queueTimeoutMinutes(
                        given.map(SchedulerConfiguration::queueTimeoutMinutes).orElse(QUEUE_MINUTES))
                .build();
    }
}
