package io.laguna.emulator.emrserverless;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.ImageConfigurationInput;
import software.amazon.awssdk.services.emrserverless.model.InitialCapacityConfig;
import software.amazon.awssdk.services.emrserverless.model.UpdateApplicationRequest;

/**
 * The rules for an application.
 *
 * @see <a href="https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_CreateApplication.html">CreateApplication</a>
 */
final class ApplicationRules {
    private static final Set<String> WORKER_TYPES = Set.of("DRIVER", "EXECUTOR");
    private static final long MOST_WORKERS = 1_000_000;
    private static final int LONGEST_IDLE_MINUTES = 10_080;

    private ApplicationRules() {}

    static void check(CreateApplicationRequest request) {
        new Constraints()
                .present("releaseLabel", request.releaseLabel())
                .present("type", request.type())
                .text("releaseLabel", request.releaseLabel(), 64, Constraints.LABEL)
                .text("name", request.name(), 64, Constraints.NAME)
                .text("type", request.type(), 64, Constraints.NOT_BLANK)
                .text("clientToken", request.clientToken(), 64, Constraints.TOKEN)
                .known("architecture", request.architectureAsString(), request.architecture())
                .tags(request.tags())
                .check();
        if (request.type().equalsIgnoreCase("HIVE")) {
            throw Failures.invalid("Applications of type Hive are not implemented by Laguna: it runs Spark.");
        }
        if (!request.type().equalsIgnoreCase("SPARK")) {
            throw Failures.invalid("Application type " + request.type() + " is not valid. Valid types: [SPARK, HIVE]");
        }
        checkImages(request.imageConfiguration(), request.workerTypeSpecifications());
        if (request.identityCenterConfiguration() != null) {
            throw noIdentityCenter();
        }
    }

    static void check(UpdateApplicationRequest request) {
        new Constraints()
                .text("releaseLabel", request.releaseLabel(), 64, Constraints.LABEL)
                .text("clientToken", request.clientToken(), 64, Constraints.TOKEN)
                .known("architecture", request.architectureAsString(), request.architecture())
                .check();
        checkImages(request.imageConfiguration(), request.workerTypeSpecifications());
        if (request.identityCenterConfiguration() != null) {
            throw noIdentityCenter();
        }
    }

    /** Checks an application however it came to be. */
    static void check(Application application) {
        Release release = Release.of(application.releaseLabel());
        JobRunRules.checkAll(application.runtimeConfiguration());
        Optional.ofNullable(application.monitoringConfiguration()).ifPresent(JobRunRules::check);
        new Constraints()
                .range(
                        "autoStopConfiguration.idleTimeoutMinutes",
                        application.autoStopConfiguration().idleTimeoutMinutes(),
                        1,
                        LONGEST_IDLE_MINUTES)
                .check();
        if (application.schedulerConfiguration() != null) {
            if (!release.has(Release.QUEUES)) {
                throw Failures.invalid("schedulerConfiguration is supported by emr-7.0.0 and later, not by "
                        + application.releaseLabel() + ".");
            }
            new Constraints()
                    .range(
                            "schedulerConfiguration.maxConcurrentRuns",
                            application.schedulerConfiguration().maxConcurrentRuns(),
                            1,
                            1000)
                    .range(
                            "schedulerConfiguration.queueTimeoutMinutes",
                            application.schedulerConfiguration().queueTimeoutMinutes(),
                            15,
                            720)
                    .check();
        }
        Resources initial = application.initialCapacity().entrySet().stream()
                .map(entry -> initial(entry.getKey(), entry.getValue()))
                .reduce(Resources.NONE, Resources::plus);
        if (application.maximumCapacity() != null) {
            List<String> beyond = initial.beyond(Resources.of(application.maximumCapacity()));
            if (!beyond.isEmpty()) {
                throw Failures.invalid("initialCapacity exceeds maximumCapacity: " + beyond);
            }
        }
    }

    private static Resources initial(String workerType, InitialCapacityConfig config) {
        String path = "initialCapacity." + workerType;
        if (!WORKER_TYPES.contains(workerType.toUpperCase(Locale.ROOT))) {
            throw Failures.invalid("Worker type " + workerType
                    + " is not one of a Spark application. Valid types: [Driver, Executor]");
        }
        new Constraints()
                .present(path + ".workerCount", config.workerCount())
                .range(path + ".workerCount", config.workerCount(), 1, MOST_WORKERS)
                .check();
        if (config.workerConfiguration() == null) {
            return new Resources(4, 16, Resources.DISK).times(config.workerCount());
        }
        Resources worker = Resources.of(path + ".workerConfiguration", config.workerConfiguration());
        if (!WorkerSize.isSupported(worker)) {
            throw Failures.invalid(path + ".workerConfiguration is not supported: "
                    + config.workerConfiguration().cpu() + " with "
                    + config.workerConfiguration().memory());
        }
        return worker.times(config.workerCount());
    }

    private static void checkImages(ImageConfigurationInput image, Map<String, ?> workerTypes) {
        if ((image != null && image.imageUri() != null) || !workerTypes.isEmpty()) {
            throw Failures.invalid("Custom images cannot be run by Laguna: jobs run on this machine's own Spark. Leave"
                    + " imageConfiguration and workerTypeSpecifications out.");
        }
    }

    private static RuntimeException noIdentityCenter() {
        return Failures.invalid("identityCenterConfiguration is not implemented by Laguna: there is no IAM behind it.");
    }
}
