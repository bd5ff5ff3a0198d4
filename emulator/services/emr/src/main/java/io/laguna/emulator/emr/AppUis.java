package io.laguna.emulator.emr;

import io.laguna.emulator.emr.cluster.ClusterLookup;
import io.laguna.emulator.emr.cluster.LivingClusters;
import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.request.Constraints;
import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Ids;
import io.laguna.emulator.emr.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.state.State;
import io.laguna.engines.driver.Drivers;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.services.emr.model.CreatePersistentAppUiRequest;
import software.amazon.awssdk.services.emr.model.CreatePersistentAppUiResponse;
import software.amazon.awssdk.services.emr.model.DescribePersistentAppUiRequest;
import software.amazon.awssdk.services.emr.model.DescribePersistentAppUiResponse;
import software.amazon.awssdk.services.emr.model.GetOnClusterAppUiPresignedUrlRequest;
import software.amazon.awssdk.services.emr.model.GetOnClusterAppUiPresignedUrlResponse;
import software.amazon.awssdk.services.emr.model.GetPersistentAppUiPresignedUrlRequest;
import software.amazon.awssdk.services.emr.model.GetPersistentAppUiPresignedUrlResponse;
import software.amazon.awssdk.services.emr.model.OnClusterAppUIType;
import software.amazon.awssdk.services.emr.model.PersistentAppUI;
import software.amazon.awssdk.services.emr.model.PersistentAppUIType;

/**
 * Spark's web pages: the history server of the lake, which outlives clusters, and those of drivers at work. The addresses
 * need no signature, since they answer on loopback only.
 *
 * <p>https://docs.aws.amazon.com/emr/latest/APIReference/API_CreatePersistentAppUI.html and others
 */
final class AppUis extends Room {
    private final Caller caller;
    private final State state;
    private final LivingClusters living;
    private final Drivers drivers;
    private final ClusterLookup lookup;

    AppUis(Caller caller, State state, LivingClusters living, Drivers drivers) {
        this.caller = caller;
        this.state = state;
        this.living = living;
        this.drivers = drivers;
        this.lookup = new ClusterLookup(caller, state);
    }

    @Override
    public CreatePersistentAppUiResponse createPersistentAppUI(CreatePersistentAppUiRequest request) {
        String arn = Optional.ofNullable(request.targetResourceArn())
                .orElseThrow(() -> Failures.missing("targetResourceArn"));
        ClusterRecord record = lookup.known(arn.substring(arn.lastIndexOf('/') + 1));
        if (!record.cluster().clusterArn().equals(arn)) {
            throw Failures.invalid("The target resource " + arn + " is not valid.");
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        PersistentAppUI ui = PersistentAppUI.builder()
                .persistentAppUIId(Ids.persistentAppUi())
                .persistentAppUITypeList(PersistentAppUIType.SHS)
                .persistentAppUIStatus("ATTACHED")
                .authorId(caller.accountId())
                .creationTime(now)
                .lastModifiedTime(now)
                .tags(request.tags())
                .build();
        state.write(handle -> handle.execute(
                "insert into emr_persistent_app_ui (id, account, region, ui) values (?, ?, ?, ?)",
                ui.persistentAppUIId(),
                caller.accountId(),
                caller.region(),
                ShapeJson.write(ui)));
        return CreatePersistentAppUiResponse.builder()
                .persistentAppUIId(ui.persistentAppUIId())
                .runtimeRoleEnabledCluster(false)
                .build();
    }

    @Override
    public DescribePersistentAppUiResponse describePersistentAppUI(DescribePersistentAppUiRequest request) {
        return DescribePersistentAppUiResponse.builder()
                .persistentAppUI(known(request.persistentAppUIId()))
                .build();
    }

    @Override
    public GetPersistentAppUiPresignedUrlResponse getPersistentAppUIPresignedURL(
            GetPersistentAppUiPresignedUrlRequest request) {
        known(request.persistentAppUIId());
        if (request.persistentAppUIType() != null && request.persistentAppUIType() != PersistentAppUIType.SHS) {
            throw notHere(request.persistentAppUITypeAsString());
        }
        return GetPersistentAppUiPresignedUrlResponse.builder()
                .presignedURLReady(true)
                .presignedURL(history(Optional.ofNullable(request.applicationId())))
                .build();
    }

    @Override
    public GetOnClusterAppUiPresignedUrlResponse getOnClusterAppUIPresignedURL(
            GetOnClusterAppUiPresignedUrlRequest request) {
        ClusterRecord record = lookup.known(request.clusterId());
        OnClusterAppUIType type =
                Optional.ofNullable(request.onClusterAppUIType()).orElse(OnClusterAppUIType.APPLICATION_MASTER);
        Optional<String> address =
                switch (type) {
                    case APPLICATION_MASTER -> living.webUi(record.id(), Optional.empty())
                            .map(URI::toString);
                    case SPARK_HISTORY_SERVER -> Optional.of(history(Optional.ofNullable(request.applicationId())));
                    case RESOURCE_MANAGER -> Optional.of(drivers.cluster()
                            .map(yarn -> yarn.pages().toString())
                            .orElseThrow(() -> notHere(request.onClusterAppUITypeAsString())));
                    case YARN_TIMELINE_SERVICE, TEZ_UI, JOB_HISTORY_SERVER, UNKNOWN_TO_SDK_VERSION -> throw notHere(
                            request.onClusterAppUITypeAsString());
                };
        return GetOnClusterAppUiPresignedUrlResponse.builder()
                .presignedURLReady(address.isPresent())
                .presignedURL(address.orElse(null))
                .build();
    }

    private PersistentAppUI known(String id) {
        new Constraints().text("persistentAppUIId", id).check();
        return state.read(handle -> handle.select(
                                "select ui from emr_persistent_app_ui where id = ? and account = ? and region = ?",
                                id,
                                caller.accountId(),
                                caller.region())
                        .mapTo(String.class)
                        .findOne())
                .map(json -> ShapeJson.read(json, PersistentAppUI.builder()))
                .orElseThrow(() -> Failures.invalid("Persistent app UI id '" + id + "' is not valid."));
    }

    private String history(Optional<String> application) {
        String server = drivers.historyServer().toString().replaceAll("/$", "");
        return application.map(id -> server + "/history/" + id + "/").orElse(server + "/");
    }

    private static RuntimeException notHere(String type) {
        return Failures.invalid(
                type + " is not on this cluster: Laguna has Spark's web pages, and YARN's on the Docker cluster.");
    }
}
